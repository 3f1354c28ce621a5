import multiprocessing as mp


def square(x):
    return x * x


def negate(x):
    return -x


def main():
    with mp.Pool(1) as squarers:
        with mp.Pool(1) as negators:
            squares = squarers.map(square, range(4))
            negated = negators.map(negate, squares)
    print(negated)
    print(len(mp.active_children()))

    with mp.Pool(2) as pool:
        print(pool.map(square, [7]))
    with mp.Pool(1) as pool:
        print(pool.map(negate, [7]))


if __name__ == "__main__":
    main()
