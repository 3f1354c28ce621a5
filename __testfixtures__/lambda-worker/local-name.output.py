from multiprocessing import Pool


# Squares are cheap.
def square(x):
    return x * x


def main():
    xs = [3, 1, 2]
    xs.sort(key=square)
    with Pool(2) as pool:
        print(pool.map(square, xs))
        print(pool.apply(square, (5,)))


if __name__ == "__main__":
    main()
