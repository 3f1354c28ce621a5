from multiprocessing import Pool


def total(numbers):
    return sum(numbers)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(total, [(x * x for x in range(3))]))
