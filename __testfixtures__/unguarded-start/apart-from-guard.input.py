from multiprocessing import Pool

pool = Pool(2)


def increment(number):
    return number + 1


def main():
    print(pool.map(increment, range(3)))
    pool.close()
    pool.join()


if __name__ == "__main__":
    main()
