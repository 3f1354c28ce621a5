from multiprocessing import Lock, Pool, Process


class Job:
    def __init__(self):
        self.lock = Lock()

    def one(self, number):
        return number

    def two(self):
        with self.lock:
            print("two")

    def go(self):
        process = Process(target=self.two)
        process.start()
        process.join()
        with Pool(1) as pool:
            print(pool.map(self.one, [1]))


if __name__ == "__main__":
    Job().go()
