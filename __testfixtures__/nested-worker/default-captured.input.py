from multiprocessing import Pool


def grow(values, rate):
    def step(value, rate=rate):
        return value + rate

    with Pool(2) as pool:
        return pool.map(step, values)


if __name__ == "__main__":
    print(grow([1, 2], 5))
