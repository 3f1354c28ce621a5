from multiprocessing import Manager, Pool


def work(number):
    squares[number] = number * number


if __name__ == "__main__":
    with Manager() as manager:
        squares = manager.dict()
        with Pool(2) as pool:
            pool.map(work, range(3))
        print(sorted(squares.items()))
