import multiprocessing as mp


def square(x):
    return x * x


def negate(x):
    return -x


def main():
    squarers = mp.Pool(1)
    negators = mp.Pool(1)
    squares = squarers.map(square, range(4))
    negated = negators.map(negate, squares)
    print(negated)
    print(len(mp.active_children()))

    pool = mp.Pool(2)
    print(pool.map(square, [7]))
    pool = mp.Pool(1)
    print(pool.map(negate, [7]))


if __name__ == "__main__":
    main()
