import concurrent.futures
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import Pool


def square(x):
    return x * x


class Workers:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        print("done")

    def apply_async(self, function, args):
        return function(*args)


def main():
    # The end of an executor waits for its tasks.
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(square, x) for x in range(3)]
        values = executor.map(square, range(3))
    print([future.result() for future in futures], list(values))
    with concurrent.futures.ProcessPoolExecutor() as executor:
        executor.submit(square, 1)
    # This calls close(), not terminate().
    with closing(Pool(2)) as pool:
        results = pool.map_async(square, range(3))
    print(results.get())
    with Workers() as workers:
        result = workers.apply_async(square, (2,))
    print(result)


if __name__ == "__main__":
    main()
