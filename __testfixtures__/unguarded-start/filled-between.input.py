from multiprocessing import Pool

cache = {}


def look(key):
    return cache.get(key)


with Pool(1) as pool:
    cache["a"] = pool.apply(len, ["abc"])
with Pool(1) as pool:
    print(pool.apply(look, ["a"]))
