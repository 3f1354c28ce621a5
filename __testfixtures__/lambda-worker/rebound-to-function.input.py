import multiprocessing


def work(x):
    return x + 1


def main(xs):
    f = lambda x: x
    print(list(map(f, xs)))
    f = work
    with multiprocessing.Pool(2) as pool:
        print(pool.map(f, xs))


if __name__ == "__main__":
    main([1])
