from multiprocessing import Pool


def square(x):
    return x * x


def finish(pool):
    pool.close()


class Squares:
    def __init__(self):
        self.pool = Pool(2)

    def run(self, numbers):
        return self.pool.map(square, numbers)

    def wait(self):
        self.pool.join()


def by_function(numbers):
    pool = Pool(2)
    print(pool.map(square, numbers))
    finish(pool)
    pool.join()


def by_another_turn(batches):
    pool = Pool(2)
    is_last = False
    for batch in batches:
        if is_last:
            pool.join()
            break
        print(pool.map(square, batch))
        if not batch:
            pool.close()
            is_last = True


def by_the_caller(pool=None):
    if pool is None:
        pool = Pool(2)
    pool.join()


def by_one_of_two(numbers, twice):
    pool = Pool(2)
    other = pool
    print(other.map(square, numbers))
    other.close()
    pool.join()


def by_a_method_that_is_named(numbers, how):
    pool = Pool(2)
    print(pool.map(square, numbers))
    getattr(pool, how)()
    pool.join()


def by_shutdown(numbers, register):
    pool = Pool(2)
    register(pool.close)
    print(pool.map(square, numbers))
    pool.join()


if __name__ == "__main__":
    by_function([1, 2])
