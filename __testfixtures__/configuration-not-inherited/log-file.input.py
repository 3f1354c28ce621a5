import logging
from multiprocessing import Pool


def note(n):
    logging.info("got %d", n)


if __name__ == "__main__":
    logging.basicConfig(filename="run.log", level=logging.INFO)
    with Pool(2) as pool:
        pool.map(note, [1, 2])
