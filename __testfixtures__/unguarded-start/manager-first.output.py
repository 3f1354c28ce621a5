from multiprocessing import Manager, Pool

counts = {}
for letter in "abca":
    counts[letter] = counts.get(letter, 0) + 1


def count(pair):
    found, letter = pair
    found[letter] = counts[letter]


if __name__ == "__main__":
    manager = Manager()
    found = manager.dict()
    with Pool(2) as pool:
        pool.map(count, [(found, "a"), (found, "b")])
    print(sorted(found.items()))
