from concurrent.futures import ProcessPoolExecutor


class Refused(Exception):
    def __init__(self):
        super().__init__("refused")


def work(number):
    raise Refused()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work, 1).exception())
