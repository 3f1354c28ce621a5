import multiprocessing as mp


def double(n):
    return 2 * n


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(double, [1, 2]))
    with mp.Pool(2) as pool:
        print(pool.map(double, [3, 4]))
