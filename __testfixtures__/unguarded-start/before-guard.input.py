from multiprocessing import Pool


def shout(word):
    return word.upper()


# Two are enough.
pool = Pool(2)

if __name__ == '__main__':
    # What the program prints.
    for word in pool.map(shout, ["a", "b"]):
        print(word)
    pool.terminate()
