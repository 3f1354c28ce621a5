from multiprocessing import Pool


def alone(k):
    with Pool(1) as pool:
        return pool.map(lambda x: x + k, [1])


def default(k, size=None):
    with Pool(size) as workers:
        return workers.map(lambda x: x + k, [1])


if __name__ == "__main__":
    print(alone(1), default(1))
