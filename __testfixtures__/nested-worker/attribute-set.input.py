from multiprocessing import Pool


def main(xs):
    def work(x):
        return x + work.step

    work.step = 2
    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
