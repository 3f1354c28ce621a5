import multiprocessing


def main(xs):
    pool = multiprocessing.Pool(2)

    def work(x):
        return pool.apply(abs, (x,))

    print(pool.map(work, xs))
    pool.close()
    pool.join()


if __name__ == "__main__":
    main([1])
