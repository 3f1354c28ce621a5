from multiprocessing import Pool


def main(xs, n):
    def work(x):
        return x + n

    handlers = {"work": work}
    with Pool(2) as pool:
        print(pool.map(work, xs))
    return handlers["work"] is work


if __name__ == "__main__":
    print(main([1, 2], 3))
