import multiprocessing

multiprocessing.set_start_method("spawn")


def work(n):
    return n + 1


def work_all(numbers):
    with multiprocessing.Pool(2) as pool:
        return pool.map(work, numbers)
