from multiprocessing import Pool

CACHE = {}


def square(number):
    if number not in CACHE:
        CACHE[number] = number * number
    return CACHE[number]


if __name__ == "__main__":
    CACHE[1] = 1
    with Pool(2) as pool:
        print(pool.map(square, [1, 2]))
