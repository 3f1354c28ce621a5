from multiprocessing import Pool


def main(xs, size):
    def cut(x):
        return x[:size]

    def cut_all(size):
        return [cut(x) for x in xs[:size]]

    with Pool(2) as pool:
        return pool.map(cut, xs), cut_all(1)


if __name__ == "__main__":
    print(main(["abc"], 2))
