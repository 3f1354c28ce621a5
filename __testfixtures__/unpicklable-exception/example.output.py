from multiprocessing import Pool


class PageError(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status

    def __reduce__(self):
        return self.__class__, (self.status, self.args[0]), self.__dict__


def fetch(page):
    if page == "secret":
        raise PageError(403, "you may not read this")
    return len(page)


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            print(pool.map(fetch, ["index", "secret"]))
        except PageError as error:
            print(error.status, error)
