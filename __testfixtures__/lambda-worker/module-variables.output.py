import functools
import multiprocessing


def show(number, limit):
    print(number, limit)


LIMIT = 5


def _worker(k, x):
    return x * k + LIMIT


def _worker_2(total, x):
    return x + total


if __name__ == "__main__":
    numbers = [1, 2]
    for k in range(2):
        with multiprocessing.Pool(2) as pool:
            print(pool.map(functools.partial(_worker, k), numbers))
    total = 0
    total += k
    with multiprocessing.Pool(2) as pool:
        print(pool.map(functools.partial(_worker_2, total), numbers))
    for k in range(2):
        process = multiprocessing.Process(target=show, args=(k, LIMIT))
        process.start()
        process.join()
