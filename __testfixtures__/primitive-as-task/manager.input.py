"""The parent uses the worker too, as a plain function."""
from multiprocessing import Lock, Pool


def count(lock, word):
    with lock:
        return len(word)


def main():
    lock = Lock()
    with Pool(2) as pool:
        print(pool.starmap(count, [(lock, "a"), (lock, "bc")]))
    print(count(lock, "def"))


if __name__ == "__main__":
    main()
