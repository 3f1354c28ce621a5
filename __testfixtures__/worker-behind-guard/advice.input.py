from multiprocessing import Pool


def scale_all(values, factor):
    global scale

    def scale(value):
        return value * factor

    with Pool(2) as pool:
        return pool.map(scale, values)


if __name__ == "__main__":
    print(scale_all([1, 2, 3], 10))
