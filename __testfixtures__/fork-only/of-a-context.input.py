import multiprocessing


def double(n):
    return 2 * n


if __name__ == "__main__":
    default = multiprocessing.get_context()
    pinned = default.get_context("fork")
    with pinned.Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))
