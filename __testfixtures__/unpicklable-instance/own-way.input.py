"""Classes that say themselves what of them is pickled, or may."""
import threading
from multiprocessing import Pool, Process

from base import Base


class State:
    def __init__(self):
        self.lock = threading.Lock()

    def __getstate__(self):
        return {}

    def work(self, number=0):
        return number


class Reduce:
    def __init__(self):
        self.lock = threading.Lock()

    def __reduce__(self):
        return (Reduce, ())

    def work(self, number=0):
        return number


class Slots:
    __slots__ = ("lock", "__weakref__")

    def __init__(self):
        self.lock = threading.Lock()

    def work(self, number=0):
        return number


class Derived(Base):
    def __init__(self):
        self.lock = threading.Lock()

    def work(self, number=0):
        return number


class Filled:
    def __init__(self):
        self.lock = threading.Lock()
        self.__dict__.clear()

    def work(self, number=0):
        return number


class OfClass:
    lock = threading.Lock()

    def work(self, number=0):
        return number


if __name__ == "__main__":
    with Pool(2) as pool:
        for each in (State(), Reduce()):
            pool.map(each.work, [1])
        pool.map(State().work, [1])
        pool.map(Reduce().work, [1])
        pool.map(Slots().work, [1])
        pool.map(Derived().work, [1])
        pool.map(Filled().work, [1])
        pool.map(OfClass().work, [1])
    Process(target=Slots().work).start()
