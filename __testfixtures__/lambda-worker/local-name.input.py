from multiprocessing import Pool


def main():
    xs = [3, 1, 2]
    # Squares are cheap.
    square = lambda x: x * x
    xs.sort(key=square)
    with Pool(2) as pool:
        print(pool.map(square, xs))
        print(pool.apply(square, (5,)))


if __name__ == "__main__":
    main()
