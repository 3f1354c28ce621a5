import multiprocessing


def double(n):
    return 2 * n


if __name__ == "__main__":
    if "fork" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method(
            "fork",  # cheap
            force=True,
        )
    with multiprocessing.Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))
