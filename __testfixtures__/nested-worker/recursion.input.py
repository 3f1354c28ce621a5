import multiprocessing as mp


def count_all(trees, leaf):
    def count(tree):
        if tree == leaf:
            return 1
        return sum(count(child) for child in tree)

    with mp.Pool(2) as pool:
        return pool.map(count, trees)


if __name__ == "__main__":
    print(count_all([["x", ["x", "x"]], ["x"]], "x"))
