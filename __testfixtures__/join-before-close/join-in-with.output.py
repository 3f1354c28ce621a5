from multiprocessing import Pool


def square(x):
    return x * x


def main():
    with Pool(2) as pool:
        results = pool.map_async(square, range(4))
        pool.close()
        # All must be there.
        pool.join()
        print(results.get())


if __name__ == "__main__":
    main()
