from multiprocessing import Pool

squares = []


def work(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        squares.extend(pool.map(work, range(5)))
    print(squares)
