from multiprocessing import Pool


def outer(depth):
    def middle(n):
        def inner(x):
            return middle(x - 1) if x else depth

        with Pool(2) as pool:
            return pool.map(inner, [n])

    return middle(depth)


if __name__ == "__main__":
    print(outer(1))
