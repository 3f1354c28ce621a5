from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Pool


def square(x):
    return x * x


def with_pool(numbers, failed):
    pool = Pool(2)
    for n in numbers:
        pool.apply_async(square, (n,), error_callback=failed.append)
    results = [pool.apply_async(square, (n,)) for n in numbers]
    lazy = pool.imap(square, numbers)
    options = {"error_callback": print}
    pool.map_async(square, numbers, **options)
    polled = pool.map_async(square, numbers)
    pool.map(square, numbers)
    pool.close()
    pool.join()
    print([result.get() for result in results], list(lazy), polled.successful())


def with_executor(numbers, report):
    with ProcessPoolExecutor() as executor:
        futures = {executor.submit(square, n): n for n in numbers}
        for future in as_completed(futures):
            print(futures[future], future.result())
        executor.submit(square, 1).add_done_callback(report)
        print(executor.submit(square, 2).exception())
        for value in executor.map(square, numbers):
            print(value)
        values = list(executor.map(square, numbers))
        first, second = executor.map(square, [1, 2])
        largest = max(executor.map(square, numbers))
    print(values, first, second, largest)


def stopped(numbers, event):
    pool = Pool(2)
    pool.map_async(square, numbers)
    event.wait()
    pool.terminate()
    pool.join()


def handed_out(numbers, later):
    executor = ProcessPoolExecutor()
    later.append(executor.submit(square, 1))
    return [executor.submit(square, n) for n in numbers]


def shown(numbers, tqdm):
    with ProcessPoolExecutor() as executor:
        for _ in tqdm(executor.map(square, numbers)):
            pass


class Job:
    def start(self, executor: ProcessPoolExecutor):
        self.future = executor.submit(square, 2)


if __name__ == "__main__":
    with_pool([1, 2], [])
    with_executor([1, 2], print)
