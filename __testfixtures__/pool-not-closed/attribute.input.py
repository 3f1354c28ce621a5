from multiprocessing import Pool


class Renderer:
    shared = Pool(2)

    def __init__(self, size):
        self.pool = Pool(size)
        self.pools = {}

    def render(self, worker, frames):
        self.pools[len(frames)] = Pool(1)
        return self.pool.map(worker, frames)
