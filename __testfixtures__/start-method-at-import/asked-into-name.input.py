import multiprocessing as mp

method = mp.get_start_method(allow_none=True)
if method is None:
    mp.set_start_method("spawn")
else:
    print("start method:", method)


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
