from multiprocessing import Pool, get_start_method, set_start_method

set_start_method("spawn")
print("starting with", get_start_method())


def work(n):
    return n + 1


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
