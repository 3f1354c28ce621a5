from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool as DummyPool
from multiprocessing.pool import Pool, ThreadPool
from threading import Thread

results = []
count = 0


def work(number):
    global count
    count += 1
    results.append(number)


def fill(items, number):
    items.append(number)


if __name__ == "__main__":
    numbers = []
    with ThreadPool(2) as pool, DummyPool(2) as other, ThreadPoolExecutor(2) as executor:
        pool.map(work, range(3))
        other.map(work, range(3))
        list(executor.map(work, range(3)))
        future = executor.submit(fill, numbers, 3)
        handle = pool.apply_async(fill, (numbers, 4))
        handle.wait()
    thread = Thread(target=fill, args=(numbers, 5))
    thread.start()
    thread.join()
    print(results, count, numbers)
