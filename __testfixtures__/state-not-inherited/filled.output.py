from multiprocessing import Pool

WORDS = []
INDEX = {}


def find(word):
    return INDEX.get(word, -1), len(WORDS)


def fill():
    WORDS.extend(["a", "b", "c"])
    for number, word in enumerate(WORDS):
        INDEX[word] = number


def _init_worker(words, index):
    global WORDS, INDEX
    WORDS = words
    INDEX = index


if __name__ == "__main__":
    fill()
    with Pool(2, initializer=_init_worker, initargs=(WORDS, INDEX)) as pool:
        print(pool.map(find, ["a", "c", "x"]))
