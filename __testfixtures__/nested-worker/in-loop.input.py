from multiprocessing import Pool


def powers(xs):
    found = []
    with Pool(2) as pool:
        for exponent in (1, 2, 3):
            def raised(x):
                return x ** exponent

            found.append(pool.map(raised, xs))
    return found


if __name__ == "__main__":
    print(powers([1, 2, 3]))
