import multiprocessing as mp


def use_spawn():
    try:
        mp.set_start_method("spawn", force=True)
    except RuntimeError:
        pass


use_spawn()


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
