from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Pool


def square(x):
    return x * x


def notify(numbers):
    """Nothing says when the tasks are done."""
    executor = ProcessPoolExecutor()
    for n in numbers:
        executor.submit(square, n)


class Job:
    def __init__(self):
        self.pool = Pool(2)

    def start(self, n):
        self.pool.apply_async(square, (n,))

    def stop(self):
        self.pool.close()
        self.pool.join()


def only_the_last(numbers):
    with ProcessPoolExecutor() as executor:
        for n in numbers:
            future = executor.submit(square, n)
            print("submitted", n)


def lists_of_each_turn(batches):
    with ProcessPoolExecutor() as executor:
        for batch in batches:
            futures = [executor.submit(square, n) for n in batch]
            print(len(futures))


def joined_on_a_condition(numbers, wait):
    pool = Pool(2)
    for n in numbers:
        pool.apply_async(square, (n,))
    pool.close()
    if wait:
        pool.join()


def from_a_function(numbers):
    with ProcessPoolExecutor() as executor:

        def submit(n):
            executor.submit(square, n)

        for n in numbers:
            submit(n)


def left_early(numbers):
    with ProcessPoolExecutor() as executor:
        for n in numbers:
            executor.submit(square, n)
        return len(numbers)


def left_before_the_join(numbers):
    pool = Pool(2)
    for n in numbers:
        pool.apply_async(square, (n,))
    if not numbers:
        return
    pool.close()
    pool.join()


def shadowed(numbers, list):
    with ProcessPoolExecutor() as executor:
        executor.map(square, numbers)
    return list


if __name__ == "__main__":
    notify([1, 2])
