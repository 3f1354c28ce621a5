"""Reading a property runs code too, but nothing shows that it is one."""
from multiprocessing import Pool


class Jobs:
    @property
    def results(self):
        with Pool(2) as pool:
            return pool.map(abs, [-1])

    def close(self):
        pass
