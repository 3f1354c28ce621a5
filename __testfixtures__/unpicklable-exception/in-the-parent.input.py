from multiprocessing import Pool, Process
from multiprocessing.pool import ThreadPool


class Bad(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def prepare(number):
    if number < 0:
        raise Bad(1, "negative")


def work(number):
    return number


def child():
    raise Bad(2, "prints its traceback in the child")


def in_a_thread(number):
    raise Bad(3, "needs no pickle")


if __name__ == "__main__":
    prepare(1)
    with Pool(2, initializer=prepare, initargs=(1,)) as pool:
        print(pool.map(work, [1, 2]))
    process = Process(target=child)
    process.start()
    process.join()
    with ThreadPool(1) as threads:
        threads.map_async(in_a_thread, [1])
