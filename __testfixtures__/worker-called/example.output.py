import os
from multiprocessing import Process, SimpleQueue


def work(results):
    results.put(os.getpid())


def main():
    results = SimpleQueue()
    process = Process(target=work, args=(results,))
    process.start()
    print("done by a child:", results.get() == process.pid)
    process.join()


if __name__ == "__main__":
    main()
