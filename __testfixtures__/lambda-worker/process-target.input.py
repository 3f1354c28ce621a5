from multiprocessing import Process, Queue


def put(queue, value, times=1):
    for _ in range(times):
        queue.put(value)


def main():
    queue = Queue()
    name = "ada"

    first = Process(target=lambda: put(queue, name))
    first.start()
    print(queue.get())
    first.join()

    second = Process(None, lambda: put(queue, value=7, times=2), name="second")
    second.start()
    print(queue.get(), queue.get())
    second.join()

    third = Process(target=lambda x: put(queue, x), args=("grace",))
    third.start()
    print(queue.get())
    third.join()

    fourth = Process(
        target=lambda: queue.put(name.upper()),
        daemon=True,
    )
    fourth.start()
    print(queue.get())
    fourth.join()


if __name__ == "__main__":
    main()
