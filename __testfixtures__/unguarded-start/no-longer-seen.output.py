from multiprocessing import Pool

import toolbox


def square(number):
    return number * number


if __name__ == "__main__":
    toolbox.prepare()
    with Pool(2) as pool:
        print(pool.map(square, range(3)))
