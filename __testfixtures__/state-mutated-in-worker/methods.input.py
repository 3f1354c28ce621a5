from multiprocessing import Pool, Process


class Job(Process):
    def __init__(self, name):
        super().__init__(name=name)
        self.result = None
        self.steps = []

    def run(self):
        self.result = 3
        self.steps.append("run")


class Serial(Job):
    def start(self):
        self.run()

    def join(self):
        pass


class Search:
    def __init__(self, pool):
        self.pool = pool
        self.found = []
        self.count = 0

    def look(self, text):
        self.found.append(text)
        self.count += 1
        return text

    def both(self):
        self.pool.map(Search(None).look, ["fox"])
        self.look("crow")
        return self.found, self.count


if __name__ == "__main__":
    job = Serial("serial")
    job.start()
    job.join()
    print(job.result, job.steps)
    with Pool(2) as pool:
        print(Search(pool).both())
