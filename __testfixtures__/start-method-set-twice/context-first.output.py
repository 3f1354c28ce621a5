import multiprocessing as mp


def double(n):
    return 2 * n


if __name__ == "__main__":
    mp.set_start_method("forkserver")
    context = mp.get_context()
    with context.Pool(2) as pool:
        print(context.get_start_method(), pool.map(double, [1, 2]))
