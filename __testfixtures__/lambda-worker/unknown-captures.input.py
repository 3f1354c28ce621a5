import ipaddress
import logging
from multiprocessing import Pool


class Net:
    def __init__(self, name):
        self.network = ipaddress.ip_network(name)

    def hosts(self, keys):
        with Pool(2) as pool:
            return pool.map(lambda key: str(self.network[key]), keys)


def hosts(network, keys):
    logger = logging.getLogger("hosts")
    with Pool(2) as pool:
        print(pool.map(lambda key: logger.name + str(network[key]), keys))


if __name__ == "__main__":
    print(Net("10.0.0.0/30").hosts([1, 2]))
    hosts(ipaddress.ip_network("10.0.0.0/30"), [1])
