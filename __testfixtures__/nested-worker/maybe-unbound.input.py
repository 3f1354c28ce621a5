from multiprocessing import Pool


def main(xs, shifted):
    if shifted:
        offset = 5

    def work(x):
        return x + offset if shifted else x

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1, 2], False))
