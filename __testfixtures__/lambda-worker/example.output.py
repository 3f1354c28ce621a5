from multiprocessing import Pool


def _worker(x):
    return x * x


if __name__ == "__main__":
    numbers = [1, 2, 3, 4]
    with Pool(2) as pool:
        print(pool.map(_worker, numbers))
