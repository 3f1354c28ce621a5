from multiprocessing import Process, Queue


def main(names, punctuation):
    queue = Queue()
    processes = []
    for name in names:
        def greet(greeting, *, name=name):
            queue.put(greeting + name + punctuation)

        processes.append(Process(target=greet, args=("hello ",)))
    for p in processes:
        p.start()
    print(sorted(queue.get(timeout=10) for _ in processes))
    for p in processes:
        p.join()


if __name__ == "__main__":
    main(["ann", "bob"], "!")
