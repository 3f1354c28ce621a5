import json
from concurrent.futures import ProcessPoolExecutor

names = None
LIMIT = 1
TABLE = {}


def label(key):
    return names[TABLE[key] % LIMIT]


def work(key):
    return label(key)


def load():
    for number, key in enumerate("abc"):
        TABLE[key] = number


def _init_worker(table, names_, limit):
    global TABLE, names, LIMIT
    TABLE = table
    names = names_
    LIMIT = limit


def main():
    global names, LIMIT
    names = json.loads('["zero", "one", "two"]')
    LIMIT = 2
    load()
    with ProcessPoolExecutor(
        max_workers=2,
        initializer=_init_worker,
        initargs=(TABLE, names, LIMIT),
    ) as executor:
        print(list(executor.map(work, "abc")))


if __name__ == "__main__":
    main()
