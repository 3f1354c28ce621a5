import multiprocessing

from ..work import cube


class Workers:
    def __init__(self, count):
        self.count = count

    def cubes(self, numbers):
        with multiprocessing.Pool(self.count) as pool:
            return pool.map(cube, numbers)
