from multiprocessing.pool import Pool

pool = Pool(2)


def measure(word):
    return len(word)


print(pool.map(measure, ["one", "three"]))
pool.close()
pool.join()
