import multiprocessing as mp


def square(n):
    return n * n


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(square, range(4)))
