import multiprocessing as mp
import os


def worker_count():
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) or 1


class Squares:
    def __init__(self, workers=None):
        self.workers = workers or worker_count()

    def run(self, numbers):
        with mp.get_context("spawn").Pool(self.workers) as pool:
            print("more workers than CPUs:", len(mp.active_children()) > 1)
            return pool.map(abs, numbers)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(Squares().run([1, -2]))
