"""Workers that share a lock and a counter of the module."""

import multiprocessing

counter = multiprocessing.Value("i", 0)
done = multiprocessing.Event()


def count(_):
    with counter.get_lock():
        counter.value += 1
    done.set()


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        pool.map(count, range(10))
    print(counter.value, done.is_set())
