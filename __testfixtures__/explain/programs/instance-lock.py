import threading
from multiprocessing import Pool


class Crawler:
    def __init__(self):
        self.lock = threading.Lock()

    def fetch(self, url):
        return len(url)

    def run(self):
        with Pool(2) as pool:
            return pool.map(self.fetch, ["a", "bb"])


if __name__ == "__main__":
    print(Crawler().run())
