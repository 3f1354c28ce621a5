import multiprocessing as mp


def square(number):
    return number * number


if "__main__" == __name__:
    print(mp.Pool(2).map(square, range(3)))

if __name__ is "__main__":
    print(mp.Pool(2).map(square, range(3)))

if __name__ == "__main__" and mp.current_process().name == "MainProcess":
    print(mp.Pool(2).map(square, range(3)))

if (__name__ == '__main__'):
    with mp.Pool(2) as pool: pool.map(square, [1])
else:
    square(2)
