from multiprocessing import Pool

import storage


class Loader:
    def __init__(self, name):
        self.name = name
        self.client = storage.connect(name)

    def load(self, keys):
        def fetch(key):
            return self.client.get(self.name + key)

        with Pool(2) as pool:
            return pool.map(fetch, keys)


class Worker(storage.Base):
    def load(self, keys):
        def fetch(key):
            return self.get(key)

        with Pool(2) as pool:
            return pool.map(fetch, keys)
