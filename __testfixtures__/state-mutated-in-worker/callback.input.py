from multiprocessing import Pool

lengths = []
words = []


def measure(word, *, extra=0):
    global lengths
    # Blanks count too.
    lengths.append(len(word) + extra)  # in code points


def split(line):
    words.append(
        line.split(),  # at blanks
    )


if __name__ == "__main__":
    pool = Pool(2)
    for word in ["fox", "crow"]:
        pool.apply_async(measure, (word,), {"extra": 1})
    pool.map_async(split, ["a fox", "a crow"])
    pool.close()
    pool.join()
    print(sorted(lengths), words)
