from multiprocessing import Process, Queue


def work(tasks):
    while True:
        task = tasks.get()
        if task is None:
            break
        print("did", task, flush=True)


if __name__ == "__main__":
    tasks = Queue()
    workers = [Process(target=work, args=(tasks,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    tasks.put("a task")
    tasks.put(None)  # the end
    for worker in workers:
        worker.join()
    print("done")
