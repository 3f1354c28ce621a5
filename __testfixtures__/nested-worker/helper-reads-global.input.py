from multiprocessing import Pool

verbose = False


def label(value):
    return f"value {value}" if verbose else str(value)


def described(value):
    return label(value) + "!"


def run(values, suffix):
    global verbose
    verbose = True

    def describe(value):
        return described(value) + suffix

    with Pool(2) as pool:
        print(pool.map(describe, values))


if __name__ == "__main__":
    run([1, 2], ".")
