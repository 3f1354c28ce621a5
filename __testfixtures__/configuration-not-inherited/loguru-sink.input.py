from multiprocessing import Pool

from loguru import logger


def note(n):
    logger.info("got {}", n)


if __name__ == "__main__":
    logger.add("run.log")
    with Pool(2) as pool:
        pool.map(note, [1, 2])
