from multiprocessing import Pool


def shout(word):
    return word.upper()


if __name__ == '__main__':
    # Two are enough.
    pool = Pool(2)

    # What the program prints.
    for word in pool.map(shout, ["a", "b"]):
        print(word)
    pool.terminate()
