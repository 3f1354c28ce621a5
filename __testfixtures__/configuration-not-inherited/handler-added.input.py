import logging
from multiprocessing import Pool


def note(n):
    logging.info("got %d", n)


def main():
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(logging.StreamHandler())
    with Pool(2) as pool:
        pool.map(note, [1, 2])


if __name__ == "__main__":
    main()
