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


def by_the_only_way_out(jobs):
    pool = Pool(2)
    while True:
        try:
            print(pool.map(square, next(jobs)))
        except StopIteration:
            pool.close()
            break
    pool.join()


def by_the_handler_that_joins(numbers):
    pool = Pool(2)
    try:
        print(pool.map(square, numbers))
    except KeyboardInterrupt:
        pool.terminate()
        pool.join()
        raise
    pool.close()
    pool.join()


def by_an_interrupt(jobs, wait):
    pool = Pool(2)
    try:
        while True:
            print(pool.map(square, next(jobs)))
    except KeyboardInterrupt:
        pool.terminate()
    pool.join()
    pool = Pool(2)
    try:
        pool.map_async(square, jobs, callback=print)
        wait()
    except KeyboardInterrupt:
        pool.terminate()
    pool.join()
    pool = Pool(2)
    try:
        return pool.map(square, jobs)
    except KeyboardInterrupt:
        pool.terminate()
    pool.join()


def by_shutdown(numbers, register):
    pool = Pool(2)
    register(pool.close)
    print(pool.map(square, numbers))
    pool.join()


if __name__ == "__main__":
    by_function([1, 2])
