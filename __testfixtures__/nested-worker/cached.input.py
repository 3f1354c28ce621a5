import functools
from multiprocessing import Pool


def main(xs):
    @functools.lru_cache(maxsize=None)
    def work(x):
        return x * 2

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
