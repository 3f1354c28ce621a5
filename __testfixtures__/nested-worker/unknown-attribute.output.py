import functools
import ipaddress
import string
from multiprocessing import Pool


def fetch(self, key):
    return str(self.network[key])


class Loader:
    def __init__(self, name):
        self.network = ipaddress.ip_network(name)

    def load(self, keys):
        with Pool(2) as pool:
            return pool.map(functools.partial(fetch, self), keys)


def text(self, key):
    return self.format("<{}>", key)


class Writer(string.Formatter):
    def write(self, keys):
        with Pool(2) as pool:
            return pool.map(functools.partial(text, self), keys)


if __name__ == "__main__":
    print(Loader("10.0.0.0/30").load([1, 2]))
    print(Writer().write("ab"))
