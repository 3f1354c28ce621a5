import multiprocessing as mp


def work(n):
    return n + 1


def work_all(numbers):
    with mp.Pool(2) as pool:
        return pool.map(work, numbers)
