"""Code outside of the class takes the attribute away."""
import threading
from multiprocessing import Pool


class Job:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self, number):
        return number


if __name__ == "__main__":
    job = Job()
    job.lock = None
    with Pool(2) as pool:
        print(pool.map(job.work, [1]))
