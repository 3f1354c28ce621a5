from multiprocessing import Pool


def even(number):
    return number % 2 == 0


if __name__ == "__main__":
    pool = Pool(2)
    flags = pool.map(even, range(4))

    import json
    print(json.dumps(flags))
    pool.close()
    pool.join()
