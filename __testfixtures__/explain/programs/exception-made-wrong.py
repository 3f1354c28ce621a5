from multiprocessing import Pool


class Refused(Exception):
    def __init__(self, reason):
        super().__init__(7)
        self.reason = reason.upper()


def work(x):
    raise Refused("no")


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.map(work, [1])
