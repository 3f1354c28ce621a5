from multiprocessing.pool import Pool


def measure(word):
    return len(word)


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(measure, ["one", "three"]))
    pool.close()
    pool.join()
