from multiprocessing import Pool

SCALE = 5


def work(number):
    return number * SCALE


def main():
    global SCALE
    SCALE = 5
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
