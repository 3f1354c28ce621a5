from multiprocessing import Pool


class Failed(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def work(n):
    try:
        raise Failed(n, "no")
    except Failed as e:
        e.args = (e.code, e.args[0])
        raise


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(work, [0])
        except Failed as e:
            print("failed", e)
