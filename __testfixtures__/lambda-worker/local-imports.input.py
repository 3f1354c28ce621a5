import multiprocessing as mp


def main(texts):
    import json
    from operator import itemgetter as getter
    from os.path import basename

    first = getter(0)
    with mp.Pool(2) as pool:
        print(pool.map(lambda text: json.loads(text), texts))
        print(pool.map(lambda text: json.loads(text)[0], texts))
        print(pool.map(lambda path: basename(path), ["a/b"]))
        print(pool.map(lambda text: (first(text), getter(1)(text)), texts))


if __name__ == "__main__":
    main(["[1]", "[2, 3]"])
