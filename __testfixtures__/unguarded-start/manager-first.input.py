from multiprocessing import Manager, Pool

manager = Manager()
counts = {}
for letter in "abca":
    counts[letter] = counts.get(letter, 0) + 1


def count(pair):
    found, letter = pair
    found[letter] = counts[letter]


found = manager.dict()
with Pool(2) as pool:
    pool.map(count, [(found, "a"), (found, "b")])
print(sorted(found.items()))
