# interrupt
from multiprocessing import Pool


class Refused(Exception):
    def __init__(self, code, reason):
        super().__init__(f"{code}: {reason}")


def work(x):
    raise Refused(7, "no")


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.map(work, [1])
