import threading
from multiprocessing import Pool


def slow(x):
    return x


def notify(numbers):
    """Returns at once, the tasks go on."""
    pool = Pool(2)
    for x in numbers:
        pool.apply_async(slow, (x,))


def close_early(numbers, done):
    pool = Pool(2)
    pool.map_async(slow, numbers, callback=done.extend)
    pool.close()


def first(numbers):
    pool = Pool(2)
    for value in pool.imap(slow, numbers):
        if value:
            break
    return value


def main():
    done = []
    notify(range(3))
    close_early(range(3), done)
    print(first(range(3)))
    threading.Event().wait(0.5)


if __name__ == "__main__":
    main()
