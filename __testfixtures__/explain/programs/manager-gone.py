import sys
import time
from multiprocessing import Manager, Process


def work(shared):
    time.sleep(1)
    shared["a"] = 1


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict()
        process = Process(target=work, args=(shared,))
        process.start()
    process.join()
    sys.exit(process.exitcode)
