import multiprocessing


def main(xs):
    global work

    def work(x):
        return x + 1

    with multiprocessing.Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1, 2]))
