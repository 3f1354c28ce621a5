import multiprocessing as mp


def count(numbers):
    class Counter(mp.Process):
        """Counts in a process of its own."""

        limit = 3

        def __init__(self, number, results):
            super().__init__(daemon=True)
            self.number = number
            self.results = results

        def run(self):
            self.results.put(min(self.number, self.limit))

    results = mp.SimpleQueue()
    counters = [Counter(number, results) for number in numbers]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    return sorted(results.get() for _ in counters)


if __name__ == "__main__":
    print(count([1, 2, 5]))
