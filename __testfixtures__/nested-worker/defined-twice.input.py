from multiprocessing import Pool


def main(xs, fast):
    if fast:
        def work(x):
            return x
    else:
        def work(x):
            return x + 1

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1], False))
