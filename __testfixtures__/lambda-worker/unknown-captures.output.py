import functools
import ipaddress
import logging
from multiprocessing import Pool


def _hosts_worker(self, key):
    return str(self.network[key])


class Net:
    def __init__(self, name):
        self.network = ipaddress.ip_network(name)

    def hosts(self, keys):
        with Pool(2) as pool:
            return pool.map(functools.partial(_hosts_worker, self), keys)


def _hosts_worker_2(logger, network, key):
    return logger.name + str(network[key])


def hosts(network, keys):
    logger = logging.getLogger("hosts")
    with Pool(2) as pool:
        print(pool.map(functools.partial(_hosts_worker_2, logger, network), keys))


if __name__ == "__main__":
    print(Net("10.0.0.0/30").hosts([1, 2]))
    hosts(ipaddress.ip_network("10.0.0.0/30"), [1])
