import time
from multiprocessing import Pool, TimeoutError


def slow(seconds):
    time.sleep(seconds)
    return seconds


def until_deadline():
    pool = Pool(2)
    result = pool.apply_async(slow, (60,))
    deadline = time.time() + 0.3
    while time.time() < deadline:
        if result.ready():
            print(result.get())
            break
        time.sleep(0.05)
    else:
        print("given up")


def one_by_one():
    pool = Pool(2)
    results = pool.imap_unordered(slow, (0, 60))
    while True:
        try:
            print(results.next(timeout=0.3))
        except StopIteration:
            break
        except TimeoutError:
            print("given up")
            break


def main():
    one_by_one()
    until_deadline()


if __name__ == "__main__":
    main()
