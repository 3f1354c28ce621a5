import logging
import logging.config
from multiprocessing import Pool

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}


def note(n):
    logging.info("got %d", n)


def main():
    logging.config.dictConfig(LOGGING)
    with Pool(2) as pool:
        pool.map(note, [1, 2])


if __name__ == "__main__":
    main()
