from multiprocessing import Pool


class Engine:
    def run(self, numbers):
        with Pool(2) as pool:
            return pool.map(self.step, numbers)
