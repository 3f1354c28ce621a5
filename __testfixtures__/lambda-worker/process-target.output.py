from multiprocessing import Process, Queue


def put(queue, value, times=1):
    for _ in range(times):
        queue.put(value)


def _worker(queue, name):
    queue.put(name.upper())


def main():
    queue = Queue()
    name = "ada"

    first = Process(target=put, args=(queue, name))
    first.start()
    print(queue.get())
    first.join()

    second = Process(None, put, args=(queue,), kwargs={"value": 7, "times": 2}, name="second")
    second.start()
    print(queue.get(), queue.get())
    second.join()

    third = Process(target=put, args=(queue, "grace"))
    third.start()
    print(queue.get())
    third.join()

    fourth = Process(
        target=_worker,
        args=(queue, name),
        daemon=True,
    )
    fourth.start()
    print(queue.get())
    fourth.join()


if __name__ == "__main__":
    main()
