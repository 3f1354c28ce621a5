import functools
from multiprocessing.managers import SyncManager


class Counts(SyncManager):
    pass


def get(counts):
    return counts


def serve(counts):
    Counts.register("counts", functools.partial(get, counts))
    manager = Counts()
    manager.start()
    print(manager.counts())
    manager.shutdown()


if __name__ == "__main__":
    serve([1, 2])
