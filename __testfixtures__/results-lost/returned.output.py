import time
from multiprocessing import Pool


def square(x):
    time.sleep(0.2)
    return x * x


def squares(numbers):
    with Pool(2) as pool:
        results = pool.imap(
            square,  # slow
            numbers,
        )
        pool.close()
        pool.join()
        return results


def totals(numbers, results=None):
    pool = Pool(2)
    with pool:
        handles = [pool.apply_async(square, (n,)) for n in numbers]
        pool.close()
        pool.join()
        return handles


if __name__ == "__main__":
    print([result.get() for result in totals(range(3))])
    print(list(squares(range(4))))
