from multiprocessing import Pool


def square(x):
    return x * x


def main():
    pool = Pool(2)
    result = pool.map_async(square, range(3))
    print(result.get())
    pool.terminate()


if __name__ == "__main__":
    main()
