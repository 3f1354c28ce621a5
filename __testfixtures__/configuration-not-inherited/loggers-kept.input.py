import logging.config
import sys
from concurrent.futures import ProcessPoolExecutor

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
logger = logging.getLogger("squares")


def square(n):
    logger.info("squaring %d", n)
    return n * n


def main():
    logging.config.dictConfig(LOGGING)
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(square, range(2))), file=sys.stdout)


if __name__ == "__main__":
    main()
