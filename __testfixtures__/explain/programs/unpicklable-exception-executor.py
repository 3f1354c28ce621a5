from concurrent.futures import ProcessPoolExecutor


class Refused(Exception):
    def __init__(self, code, reason):
        super().__init__(f"{code}: {reason}")


def work(x):
    raise Refused(7, "no")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(work, 1).result(timeout=10)
