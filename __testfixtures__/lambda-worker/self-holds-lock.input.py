import multiprocessing
import threading


class Crawler:
    def __init__(self):
        self.lock = threading.Lock()
        self.pool = multiprocessing.Pool(2)

    def fetch(self, url):
        return url

    def run(self, urls):
        return self.pool.map(lambda url: self.fetch(url), urls)


class Session:
    def __init__(self, path):
        self.log = open(path)

    def run(self, xs):
        with multiprocessing.Pool(2) as pool:
            return pool.map(lambda x: (x, self.log.name), xs)


if __name__ == "__main__":
    Crawler().run(["a"])
