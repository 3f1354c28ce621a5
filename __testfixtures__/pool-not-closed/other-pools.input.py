from multiprocessing import Manager, managers

from sqlalchemy.pool import Pool as ConnectionPool


class Pool:
    def map(self, function, values):
        return [function(value) for value in values]


def main():
    pool = Pool()
    print(pool.map(str, [1]))
    connections = ConnectionPool(4)
    connections.connect()
    manager = Manager()
    remote = manager.Pool(2)
    print(remote.map(abs, [-1]), managers)


if __name__ == "__main__":
    main()
