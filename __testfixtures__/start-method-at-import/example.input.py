import multiprocessing as mp

mp.set_start_method("spawn")


def square(n):
    return n * n


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(square, range(4)))
