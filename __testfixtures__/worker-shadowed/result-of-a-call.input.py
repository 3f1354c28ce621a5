from multiprocessing import Pool, Process


def work():
    return "the parent works"


def squares(number):
    return number * number


if __name__ == "__main__":
    work = Process(target=print, args=(work(), work.__name__))
    work.start()
    work.join()
    with Pool(2) as pool:
        squares = pool.map(squares, [1, 2, 3])
    print(squares)
