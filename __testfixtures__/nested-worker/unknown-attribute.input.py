import ipaddress
import string
from multiprocessing import Pool


class Loader:
    def __init__(self, name):
        self.network = ipaddress.ip_network(name)

    def load(self, keys):
        def fetch(key):
            return str(self.network[key])

        with Pool(2) as pool:
            return pool.map(fetch, keys)


class Writer(string.Formatter):
    def write(self, keys):
        def text(key):
            return self.format("<{}>", key)

        with Pool(2) as pool:
            return pool.map(text, keys)


if __name__ == "__main__":
    print(Loader("10.0.0.0/30").load([1, 2]))
    print(Writer().write("ab"))
