from multiprocessing import Pool

import settings


def work(number):
    return number * settings.scale


def main():
    settings.scale = 5
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
