from multiprocessing import Pool


def define():
    global scale

    def scale(value):
        return value * 10


define()

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(scale, [1, 2, 3]))
