from multiprocessing import Pool


def square(x):
    return x * x


def main():
    pool = Pool(2)
    try:
        print(pool.map(square, range(3)))
    except KeyboardInterrupt:
        pool.terminate()
    pool.join()


if __name__ == "__main__":
    main()
