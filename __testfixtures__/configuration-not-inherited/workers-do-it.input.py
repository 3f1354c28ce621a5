import decimal
import logging
from multiprocessing import Pool, Process

import toolbox


def set_up():
    logging.basicConfig(level=logging.INFO)


def start():
    set_up()


def note(n):
    logging.info("got %d", n)


def note_elsewhere(n):
    toolbox.setup_logging()
    logging.info("got %d", n)


def part(n):
    decimal.getcontext().prec = 5
    print(decimal.Decimal(1) / n)


if __name__ == "__main__":
    set_up()
    decimal.getcontext().prec = 5
    with Pool(2, initializer=start) as pool:
        pool.map(note, [1, 2])
    with Pool(2) as pool:
        pool.map(note_elsewhere, [1, 2])
    process = Process(target=part, args=(3,))
    process.start()
    process.join()
