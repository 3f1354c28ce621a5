from multiprocessing import Pool

prices = {}
names = []


def put(table, key):
    table[key] = len(key)


def fill(table):
    for key in ("tea", "milk"):
        put(table, key)
    return len(table)


def extend(items):
    items += ["a", "b"]


def look_up(key):
    return prices.get(key), len(names)


print(fill(prices))
extend(names)
with Pool(2) as pool:
    print(pool.map(look_up, ["tea", "milk"]))
