import logging
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

connection = None
level = None


class Limits:
    pause = 0.5


def marked(function):
    """Marks a function."""
    return function


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


def run(factor):
    @marked
    def multiply(value):
        return value * factor, connect()

    def settings(name, level=logging.INFO, pause=Limits.pause):
        return name, level, pause

    with Pool(2) as pool:
        print(pool.map(multiply, [1, 2]))
        print(pool.map(settings, "ab"))


def with_level():
    wanted = 1

    def initialize():
        set_level(wanted)

    with ProcessPoolExecutor(2, initializer=initialize) as executor:
        print(list(executor.map(get_level, range(2))))
    wanted = 2
    print(wanted)


if __name__ == "__main__":
    connect()
    run(2)
    with_level()
