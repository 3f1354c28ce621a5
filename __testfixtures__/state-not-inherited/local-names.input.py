from multiprocessing import Pool

data = None


def work(data):
    scale = 2
    return [scale * value for value in data]


if __name__ == "__main__":
    data = [1, 2]
    scale = 5
    with Pool(2) as pool:
        print(pool.map(work, [data, data]))
