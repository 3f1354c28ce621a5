from multiprocessing import Pool

verbose = False


def described(value):
    return f"value {value}" if verbose else str(value)


def run(values, suffix):
    global verbose
    verbose = True
    with Pool(2) as pool:
        print(pool.map(lambda value: described(value) + suffix, values))
        print(pool.map(lambda value: described(value), values))


if __name__ == "__main__":
    run([1, 2], ".")
