from multiprocessing import Pool


class Base(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.__code = code


class Failed(Base):
    def __init__(self, code, message, extra):
        super().__init__(code, message)
        self.extra = extra


def work(n):
    raise Failed(n, "no", 3)


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(work, [0])
        except Failed as e:
            print("failed", e, e.extra)
