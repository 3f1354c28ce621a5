from multiprocessing import Pool

CONFIG = None


def work(number):
    global CONFIG
    return number, CONFIG


if __name__ == "__main__":
    CONFIG = {"scale": 5}
    with Pool(2) as pool:
        print(pool.map(work, [1, 2, 3]))
