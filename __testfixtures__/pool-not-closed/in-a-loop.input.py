from multiprocessing import Pool


def square(x):
    return x * x


def main():
    for size in (1, 2):
        if size > 2:
            continue
        pool = Pool(size)
        result = pool.map(square, range(size))
        print(result)


if __name__ == "__main__":
    main()
