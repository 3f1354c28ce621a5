from multiprocessing import Pool

print("squares:")


def square(n):
    return n * n


def squares(numbers):
    with Pool(2) as pool:
        return pool.map(square, numbers)


if __name__ == "__main__":
    print(square(3))
