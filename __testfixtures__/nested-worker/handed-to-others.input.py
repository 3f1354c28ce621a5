from multiprocessing import Pool

from toolbox import register


def main(xs, n):
    def work(x):
        return x * n

    register(work)
    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1], 2))
