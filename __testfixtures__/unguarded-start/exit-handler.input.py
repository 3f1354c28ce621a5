import atexit
from multiprocessing import Pool

log = open(__file__)


@atexit.register
def close():
    log.close()


def work(number):
    return log.name, number


with Pool(2) as pool:
    print(pool.map(work, [1]))
