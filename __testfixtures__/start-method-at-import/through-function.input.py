import multiprocessing as mp


def configure():
    mp.set_start_method("spawn")


configure()


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
