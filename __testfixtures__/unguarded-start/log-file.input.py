import logging
from multiprocessing import Pool

logging.basicConfig(filename="run.log", filemode="w", level=logging.INFO)
log = logging.getLogger("run")


def work(number):
    log.info("working on %d", number)
    return number


with Pool(2) as pool:
    print(pool.map(work, range(3)))
