import multiprocessing as mp


def work(n):
    return n + 1


if __name__ == "__main__":
    mp.set_start_method("forkserver")
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
