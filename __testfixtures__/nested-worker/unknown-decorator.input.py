from multiprocessing import Pool

from toolbox import traced


def main(xs):
    @traced("work")
    def work(x):
        return x * 2

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
