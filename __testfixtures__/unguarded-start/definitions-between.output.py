import multiprocessing as mp

numbers = [int(digit) for digit in "123"]
answer = sum(numbers)


def triple(number):
    return FACTOR * number


# How much larger.
FACTOR = 3


def show(results):
    print(results, answer)


if __name__ == "__main__":
    print("a header")
    pool = mp.Pool(2)
    show(pool.map(triple, numbers))
    pool.close()
    pool.join()
