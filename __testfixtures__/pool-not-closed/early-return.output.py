import time
from multiprocessing import Pool, active_children


def square(x):
    time.sleep(0.02)
    return x * x


def first_above(limit, numbers):
    """The first square above a limit."""
    with Pool(2) as pool:
        for value in pool.imap(square, numbers):
            if value > limit:
                return value
        pool.close()
        pool.join()
    return None


def main():
    print(first_above(3, range(40)))
    print("children:", len(active_children()))


if __name__ == "__main__":
    main()
