from multiprocessing import Pool, Process

results = []
count = 0
early = []


class Job(Process):
    def __init__(self):
        super().__init__()
        self.done = False

    def run(self):
        self.done = True
        self.work()

    def work(self):
        print(self.done)


def work(number):
    global count
    count += 1
    results.append(number)
    early.append(number)
    print(count, results)


def report():
    print(early)


if __name__ == "__main__":
    report()
    print(results, count)
    with Pool(2) as pool:
        pool.map(work, range(3))
    job = Job()
    job.start()
    job.join()
