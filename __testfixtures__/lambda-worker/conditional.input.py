import multiprocessing as mp


def half(x):
    return x / 2


def main(doubled):
    with mp.Pool(2) as pool:
        print(pool.map((lambda x: x * 2) if doubled else half, [1, 2]))
        print(pool.map(half if doubled else lambda x: x * 3, [1, 2]))


if __name__ == "__main__":
    main(True)
    main(False)
