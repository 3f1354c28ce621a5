import time
from multiprocessing import Pool, TimeoutError


def slow(seconds):
    time.sleep(seconds)
    return seconds


def with_open_pool():
    pool = Pool(2)
    results = [pool.apply_async(slow, (n,)) for n in (0, 60)]
    for result in results:
        try:
            print(result.get(timeout=0.2))
        except TimeoutError:
            print("given up")


def with_closed_pool():
    pool = Pool(2)
    results = [pool.apply_async(slow, (n,)) for n in (0, 60)]
    for result in results:
        try:
            print(result.get(timeout=0.2))
        except TimeoutError:
            print("given up")
    pool.close()


def with_look():
    pool = Pool(2)
    result = pool.apply_async(slow, (0.5,), callback=print)
    result.wait(0.05)
    print("working on")
    time.sleep(1)


if __name__ == "__main__":
    with_look()
    with_open_pool()
    with_closed_pool()
