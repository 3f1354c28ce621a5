from multiprocessing import Pool


def main(xs, n):
    def repeat(x):
        for _ in range(n):
            yield x

    with Pool(2) as pool:
        return pool.map(repeat, xs)


if __name__ == "__main__":
    print(main([1], 2))
