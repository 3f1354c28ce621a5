from multiprocessing import Pool


def square(number):
    return number * number


def run(size):
    with Pool(2) as pool:
        return pool.map(square, range(size))


if __name__ == "__main__":
    print(run(1))

    print(run(2))

if __name__ == "__main__":
    print(run(3))
