from multiprocessing import Pool


def square(x):
    return x * x


def main():
    squares = []
    pool = Pool(2)
    for x in range(3):
        pool.apply_async(square, (x,), callback=squares.append)
    pool.join()  # wait for all
    pool.close()
    print(sorted(squares))
    pool = Pool(2)
    result = pool.map_async(square, range(3))
    if result: pool.join()
    print(result.get())
    pool.terminate()


if __name__ == "__main__":
    main()
