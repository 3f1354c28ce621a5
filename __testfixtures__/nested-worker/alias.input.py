from multiprocessing import Pool


def measure(items, exact, unit):
    def precise(item):
        return len(item) / unit

    def rough(item):
        return len(item) // unit

    pick = rough
    with Pool(2) as pool:
        print(pool.map(pick, items))
        return pool.map(precise if exact else rough, items)


if __name__ == "__main__":
    print(measure(["abc", "de"], True, 2))
    print(measure(["abc", "de"], False, 2))
