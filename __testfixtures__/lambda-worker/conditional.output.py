import multiprocessing as mp


def half(x):
    return x / 2


def _worker(x):
    return x * 2


def _worker_2(x):
    return x * 3


def main(doubled):
    with mp.Pool(2) as pool:
        print(pool.map(_worker if doubled else half, [1, 2]))
        print(pool.map(half if doubled else _worker_2, [1, 2]))


if __name__ == "__main__":
    main(True)
    main(False)
