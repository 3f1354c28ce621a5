import multiprocessing as mp
from contextlib import ExitStack, closing


def square(x):
    return x * x


def main():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(3)))
    with mp.Pool(2) as a, mp.Pool(1) as b:
        print(a.map(square, b.map(square, [2])))
    with closing(mp.Pool(2)) as pool:
        results = pool.imap(square, range(3))
    print(list(results))
    with ExitStack() as stack:
        pool = stack.enter_context(mp.Pool(2))
        print(pool.map(square, [1]))
    pool = mp.Pool(2)
    with pool:
        print(pool.map(square, [1]))
    pool = mp.Pool(2)
    with closing(pool):
        print(pool.map(square, [1]))


if __name__ == "__main__":
    main()
