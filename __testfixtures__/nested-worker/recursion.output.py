import functools
import multiprocessing as mp


def count(leaf, tree):
    if tree == leaf:
        return 1
    return sum(count(leaf, child) for child in tree)


def count_all(trees, leaf):
    with mp.Pool(2) as pool:
        return pool.map(functools.partial(count, leaf), trees)


if __name__ == "__main__":
    print(count_all([["x", ["x", "x"]], ["x"]], "x"))
