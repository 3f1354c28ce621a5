import functools
import multiprocessing as mp


def _worker(text):
    import json
    return json.loads(text)[0]


def _worker_2(first, text):
    from operator import itemgetter as getter
    return (first(text), getter(1)(text))


def main(texts):
    import json
    from operator import itemgetter as getter
    from os.path import basename

    first = getter(0)
    with mp.Pool(2) as pool:
        print(pool.map(json.loads, texts))
        print(pool.map(_worker, texts))
        print(pool.map(basename, ["a/b"]))
        print(pool.map(functools.partial(_worker_2, first), texts))


if __name__ == "__main__":
    main(["[1]", "[2, 3]"])
