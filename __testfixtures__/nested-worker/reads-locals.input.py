from multiprocessing import Pool


def main(xs):
    a = 1

    def work(x):
        return x + a

    with Pool(2) as pool:
        return pool.map(work, xs), sorted(locals())


if __name__ == "__main__":
    print(main([1]))
