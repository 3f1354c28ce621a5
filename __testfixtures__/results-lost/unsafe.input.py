from multiprocessing import Pool, TimeoutError

from tools import work


def square(x):
    return x * x


def serve(x):
    while True:
        print(x)


def impatient(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
    try:
        return result.get(timeout=1)
    except TimeoutError:
        return None


def impatient_at_once(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
    return result.get(1)


def unknown_worker(numbers):
    with Pool(2) as pool:
        pool.map_async(work, numbers)


def endless_worker(numbers):
    with Pool(2) as pool:
        pool.map_async(serve, numbers)


def something_between(numbers, event):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
    event.set()
    return result.get()


if __name__ == "__main__":
    print(impatient([1]), impatient_at_once([1]))
