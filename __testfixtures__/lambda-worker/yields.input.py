import multiprocessing


def main(xs):
    with multiprocessing.Pool(2) as pool:
        return pool.map(lambda x: (yield x), xs)


if __name__ == "__main__":
    main([1])
