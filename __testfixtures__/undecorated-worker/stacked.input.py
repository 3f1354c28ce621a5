from functools import lru_cache
from multiprocessing import Pool


def doubled(f):
    def apply(*args):
        return 2 * f(*args)

    return apply


def shifted(by):
    def decorate(f):
        def apply(*args):
            return by + f(*args)

        return apply

    return decorate


@lru_cache(maxsize=None)
@doubled
@shifted(by=5)
def length(text):
    return len(text)


def main():
    with Pool(2) as pool:
        print(pool.map(length, ["a", "bb", "ccc"]))


if __name__ == "__main__":
    main()
