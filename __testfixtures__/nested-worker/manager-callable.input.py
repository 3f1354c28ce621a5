from multiprocessing.managers import SyncManager


class Counts(SyncManager):
    pass


def serve(counts):
    def get():
        return counts

    Counts.register("counts", get)
    manager = Counts()
    manager.start()
    print(manager.counts())
    manager.shutdown()


if __name__ == "__main__":
    serve([1, 2])
