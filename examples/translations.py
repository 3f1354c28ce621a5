"""Translate words with a table that forked children inherit, and that all others must be given."""
import multiprocessing

TABLE = {}


def load(table):
    TABLE.update(table)


def translated(word):
    return TABLE[word]


if __name__ == "__main__":
    load({"one": "un", "two": "deux"})
    setup = {}
    if multiprocessing.get_start_method() == "spawn":
        setup = {"initializer": load, "initargs": (TABLE,)}
    with multiprocessing.Pool(2, **setup) as pool:
        print(*pool.map(translated, ["one", "two"]))
