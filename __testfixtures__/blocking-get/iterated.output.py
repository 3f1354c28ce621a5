from multiprocessing import Process, SimpleQueue


def work(tasks):
    for task in iter(tasks.get, "stop"):
        print(task, flush=True)


if __name__ == "__main__":
    tasks = SimpleQueue()
    workers = [Process(target=work, args=(tasks,)) for _number in range(2)]
    for worker in workers: worker.start()
    tasks.put("task")
    tasks.put("task")
    for _ in workers:
        tasks.put("stop")
    for worker in workers: worker.join()
    print("done")
