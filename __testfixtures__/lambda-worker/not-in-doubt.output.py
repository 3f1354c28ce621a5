import functools
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

connection = None
level = None


def connect():
    global connection
    if connection is None:
        connection = "open"
    return connection


def set_level(value):
    global level
    level = value


def get_level(_):
    return level


def multiples(count, factor):
    for i in range(count):
        yield i * factor


def _worker(factor, count):
    return list(multiples(count, factor))


def _worker_2(value):
    import json
    return (connect(), json.dumps(value))


def run(factor):
    import json

    with Pool(2) as pool:
        print(pool.map(functools.partial(_worker, factor), [2, 3]))
        print(pool.map(_worker_2, [2]))


def with_level():
    wanted = 1
    with ProcessPoolExecutor(2, initializer=set_level, initargs=(wanted,)) as executor:
        print(list(executor.map(get_level, range(2))))
    wanted = 2
    print(wanted)


if __name__ == "__main__":
    run(2)
    with_level()
