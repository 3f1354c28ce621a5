from multiprocessing import Pool


class Runner:
    results = None

    def run(self, function, numbers):
        with Pool(2) as pool:
            self.results = pool.map(function, numbers)
