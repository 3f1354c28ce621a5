import threading
from multiprocessing import Pool, Process


def work(x):
    return x


def main():
    with Pool(1) as pool:
        try:
            pool.map(lambda x: x, [1])
        except Exception:
            import traceback

            traceback.print_exc()
        pool.map(work, [threading.Lock()])


if __name__ == "__main__":
    main()
