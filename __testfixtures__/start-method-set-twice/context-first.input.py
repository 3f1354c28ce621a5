import multiprocessing as mp


def double(n):
    return 2 * n


if __name__ == "__main__":
    context = mp.get_context()
    mp.set_start_method("forkserver")
    with context.Pool(2) as pool:
        print(context.get_start_method(), pool.map(double, [1, 2]))
