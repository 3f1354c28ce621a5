import multiprocessing


def half(number):
    return number / 2


if __name__ == "__main__":
    numbers = [2, 4]

    with multiprocessing.Pool(2) as pool:
        print(pool.map(half, numbers))
