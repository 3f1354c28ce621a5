from multiprocessing import Pool

lengths = []
words = []


def measure(word, *, extra=0):
    # Blanks count too.
    return len(word) + extra  # in code points


def split(line):
    return (
        line.split()  # at blanks
    )


if __name__ == "__main__":
    pool = Pool(2)
    for word in ["fox", "crow"]:
        pool.apply_async(measure, (word,), {"extra": 1}, callback=lengths.append)
    pool.map_async(split, ["a fox", "a crow"], callback=words.extend)
    pool.close()
    pool.join()
    print(sorted(lengths), words)
