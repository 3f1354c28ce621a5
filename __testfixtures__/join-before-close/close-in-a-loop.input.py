import multiprocessing


def square(x):
    return x * x


def main():
    for size in (1, 2):
        pool = multiprocessing.Pool(size)
        print(pool.map(square, range(3)))
        pool.close()
        pool.join()
    pool = multiprocessing.Pool(2)
    while True:
        values = pool.map(square, range(3))
        if sum(values) > 1:
            pool.close()
            pool.join()
            break
    pool = multiprocessing.Pool(2)
    try:
        print(pool.map(square, range(3)))
        pool.close()
    except KeyboardInterrupt:
        pool.terminate()
    else:
        print("done")
    pool.join()


if __name__ == "__main__":
    main()
