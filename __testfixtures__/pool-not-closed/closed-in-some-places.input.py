from multiprocessing import Pool


def square(x):
    return x * x


def start(numbers, wait):
    pool = Pool(2)
    for n in numbers:
        pool.apply_async(square, (n,))
    if wait:
        pool.close()
        pool.join()
    print("started")


def main():
    start([1, 2], True)
    input("press enter")


if __name__ == "__main__":
    main()
