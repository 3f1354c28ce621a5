import multiprocessing

f = lambda x: x + 1
first = f


def _f(x):
    return x + 2


f = _f


def main(xs):
    with multiprocessing.Pool(2) as pool:
        return pool.map(f, xs)


if __name__ == "__main__":
    print(main([1]), first(1))
