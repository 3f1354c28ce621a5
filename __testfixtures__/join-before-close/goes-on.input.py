from multiprocessing import Pool


def square(x):
    return x * x


def start(numbers, done):
    """Returns at once, the tasks go on."""
    pool = Pool(2)
    pool.map_async(square, numbers, callback=done.extend)
    pool.close()


def main():
    done = []
    start([1, 2], done)
    input("press enter")
    print(done)


if __name__ == "__main__":
    main()
