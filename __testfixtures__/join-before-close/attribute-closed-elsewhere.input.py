import multiprocessing
from multiprocessing import Pool


class Closed:
    def __init__(self):
        self.pool = Pool(2)

    def run(self, worker, values):
        return self.pool.map(worker, values)

    def close(self):
        self.pool.close()
        self.pool.join()


class Managed:
    def __enter__(self):
        self._workers = multiprocessing.Pool(2)
        return self

    def __exit__(self, *exc):
        self._workers.__exit__(*exc)


class Deleted:
    def __init__(self):
        workers = multiprocessing.Pool(2)
        self.helpers = workers

    def __del__(self):
        if self.helpers:
            self.helpers.terminate()


class Base:
    def __init__(self, size):
        self.crew = Pool(size)


class Derived(Base):
    def stop(self):
        crew = self.crew
        self.crew = None
        crew.close()
        crew.join()
