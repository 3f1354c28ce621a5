import logging
import multiprocessing


def note(n):
    logging.info("got %d", n)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        pool.map(note, [1, 2])
