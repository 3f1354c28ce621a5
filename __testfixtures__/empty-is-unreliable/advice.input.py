import time
from multiprocessing import Process, Queue


def work(tasks):
    while not tasks.empty():
        time.sleep(0.3)
        task = tasks.get()
        print("did", task, flush=True)


if __name__ == "__main__":
    tasks = Queue()
    tasks.put("the last task")
    time.sleep(0.3)
    workers = [Process(target=work, args=(tasks,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("done")
