from multiprocessing import Pool

WORDS = []
INDEX = {}


def find(word):
    return INDEX.get(word, -1), len(WORDS)


def fill():
    WORDS.extend(["a", "b", "c"])
    for number, word in enumerate(WORDS):
        INDEX[word] = number


if __name__ == "__main__":
    fill()
    with Pool(2) as pool:
        print(pool.map(find, ["a", "c", "x"]))
