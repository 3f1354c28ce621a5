from multiprocessing import Manager, Pool


def work(number):
    squares[number] = number * number


def _init_worker(squares_):
    global squares
    squares = squares_


if __name__ == "__main__":
    with Manager() as manager:
        squares = manager.dict()
        with Pool(2, initializer=_init_worker, initargs=(squares,)) as pool:
            pool.map(work, range(3))
        print(sorted(squares.items()))
