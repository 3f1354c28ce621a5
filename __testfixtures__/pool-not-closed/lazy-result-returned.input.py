from multiprocessing import Pool


def square(x):
    return x * x


def squares(numbers):
    pool = Pool(2)
    return pool.imap(square, numbers)


def start(numbers):
    pool = Pool(2)
    result = pool.map_async(square, numbers)
    return result


def lines(numbers):
    pool = Pool(2)
    results = pool.imap(square, numbers)
    return (str(result) for result in results)


def one_liner(numbers):
    return Pool(2).imap_unordered(square, numbers)


class Job:
    def start(self, numbers):
        pool = Pool(2)
        self.results = [pool.apply_async(square, (n,)) for n in numbers]
        self.first = pool.apply_async(square, (0,))
