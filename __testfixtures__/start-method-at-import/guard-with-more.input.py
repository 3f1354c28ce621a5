import multiprocessing as mp

mp.set_start_method("spawn")


def work(n):
    return n + 1


if __name__ == "__main__" and mp.cpu_count() > 0:
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
