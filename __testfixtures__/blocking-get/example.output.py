from multiprocessing import Process, Queue


def work(tasks):
    while True:
        task = tasks.get()
        if task is None:
            break
        print(task * task, flush=True)


if __name__ == "__main__":
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    for number in range(3):
        tasks.put(number)
    tasks.put(None)
    worker.join()
    print("done")
