from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self.value


class Counters(BaseManager):
    pass


Counters.register("Counter", Counter)

manager = Counters()
manager.start()
counter = manager.Counter()
counter.add(2)
print(counter.add(3))
manager.shutdown()
