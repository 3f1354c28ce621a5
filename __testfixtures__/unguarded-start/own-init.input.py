import multiprocessing as mp


class Doubler(mp.Process):
    def __init__(self, results, number):
        mp.Process.__init__(self)
        self.results = results
        self.number = number

    def run(self):
        self.results.put(self.number * FACTOR)


FACTOR = 2

results = mp.Queue()
doublers = [Doubler(results, number) for number in range(3)]
for doubler in doublers:
    doubler.start()
print(sorted(results.get() for _ in doublers))
for doubler in doublers:
    doubler.join()
