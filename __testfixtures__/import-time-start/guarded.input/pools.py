from multiprocessing import Pool


def lengths(words):
    with Pool(2) as pool:
        return pool.map(len, words)


if __name__ == "__main__":
    pool = Pool(1)
    print(pool.map(len, ["four"]))
    pool.close()
