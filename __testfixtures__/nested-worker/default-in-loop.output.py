import functools
from multiprocessing import Process, Queue


def greet(queue, punctuation, greeting, *, name):
    queue.put(greeting + name + punctuation)


def main(names, punctuation):
    queue = Queue()
    processes = []
    for name in names:
        processes.append(Process(target=functools.partial(greet, queue, punctuation, name=name), args=("hello ",)))
    for p in processes:
        p.start()
    print(sorted(queue.get(timeout=10) for _ in processes))
    for p in processes:
        p.join()


if __name__ == "__main__":
    main(["ann", "bob"], "!")
