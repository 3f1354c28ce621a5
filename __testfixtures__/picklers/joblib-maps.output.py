from joblib import Parallel, delayed


def power(numbers, exponent):
    with Parallel(n_jobs=2) as pool:
        pairs = pool(delayed(lambda a, b: a - b)(*item) for item in zip(numbers, numbers))
        return pairs, pool(delayed(lambda n: n**exponent)(item) for item in [n for n in numbers])


if __name__ == "__main__":
    print(power([1, 2, 3], 2))
