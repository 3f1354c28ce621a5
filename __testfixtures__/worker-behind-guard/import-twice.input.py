from multiprocessing import Pool


def work(n):
    return math.sqrt(n)


if __name__ == "__main__":
    try:
        import cmath as math
    except ImportError:
        import math

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
