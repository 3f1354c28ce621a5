from workers import Worker

LIMIT = 3


class Counter(Worker):
    def work(self):
        return list(range(LIMIT))


counter = Counter()
if __name__ == "__main__":
    counter.start()
    print(counter.answers.get())
    counter.join()
