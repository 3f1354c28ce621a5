import multiprocessing as mp


def square(x):
    return x * x


def make_pool(size):
    return mp.Pool(size)


def make_named():
    pool = mp.Pool(2)
    pool.map(square, range(2))
    return pool


def main():
    with make_pool(2) as pool:
        print(pool.map(square, range(3)))
    other = make_pool(1)
    print(other.map(square, range(3)))
    other.close()
    other.join()
    named = make_named()
    named.terminate()


if __name__ == "__main__":
    main()
