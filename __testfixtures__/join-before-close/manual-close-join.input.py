from multiprocessing import Pool


def square(x):
    return x * x


def main():
    pool = Pool(4)
    squares = pool.map(square, range(10))
    later = pool.apply_async(square, (11,))
    pool.close()
    pool.join()
    print(squares, later.get())


if __name__ == "__main__":
    main()
