import time
from multiprocessing import Pool


def work(x):
    time.sleep(2)


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(work, (1,)).get(timeout=0.3)
