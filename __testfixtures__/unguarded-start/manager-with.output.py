from multiprocessing import managers


class Base(managers.BaseManager):
    pass


class Words(Base):
    pass


def words():
    return ["one", "two"]


if __name__ == "__main__":
    Words.register("words", words)

    with Words() as served, managers.SharedMemoryManager() as memory:
        print(served.words())
        print(list(memory.ShareableList([1, 2])))

    later = managers.SyncManager()
    with later:
        print(later.list([3]))
