from multiprocessing import Pool


class PageError(Exception):
    def __init__(self, status, message):
        super().__init__(status, message)
        self.status = status


def fetch(page):
    raise PageError(404, "no such page")


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(fetch, ["index"])
        except PageError as error:
            print("could not fetch:", error)
