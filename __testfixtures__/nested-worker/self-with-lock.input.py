import threading
from multiprocessing import Pool


class Store:
    def __init__(self):
        self.items = {}
        self._lock = threading.Lock()

    def load(self, keys):
        def fetch(key):
            return self.items.get(key)

        with Pool(2) as pool:
            return pool.map(fetch, keys)


if __name__ == "__main__":
    print(Store().load(["a"]))
