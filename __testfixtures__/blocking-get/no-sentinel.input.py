import multiprocessing as mp


class Worker(mp.Process):
    def __init__(self, tasks):
        super().__init__()
        self.tasks = tasks

    def run(self):
        while True:
            task = self.tasks.get()
            if task is None:
                break
            print("did", task, flush=True)


def main():
    tasks = mp.Queue()
    workers = []
    for i in range(2):
        workers.append(Worker(tasks))
    for worker in workers:
        worker.start()
    for task in ["a", "a", "a"]:
        tasks.put(task)

    # wait for them
    for worker in workers:
        worker.join()
    print("done")


if __name__ == "__main__":
    main()
