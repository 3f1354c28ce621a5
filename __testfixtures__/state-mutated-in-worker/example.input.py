from multiprocessing import Pool

squares = []


def work(number):
    squares.append(number * number)


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, range(5))
    print(squares)
