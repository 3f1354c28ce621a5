from multiprocessing import Pool


def main(xs):
    key = lambda x: -x

    def work(x):
        return key(x)

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
