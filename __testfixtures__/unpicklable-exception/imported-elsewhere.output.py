from concurrent.futures import ProcessPoolExecutor


class Refused(Exception):
    def __init__(self):
        super().__init__("refused")

    def __reduce__(self):
        return self.__class__, (), self.__dict__


def work(number):
    raise Refused()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work, 1).exception())
