import multiprocessing as mp


def run(n):
    mp.set_start_method("spawn")
    with mp.Pool(n) as pool:
        return pool.map(abs, [1])


if __name__ == "__main__":
    for n in range(1, 5):
        run(n)
