import time
from multiprocessing import Pool


def slow(x):
    time.sleep(0.2)
    print("worked")


if __name__ == "__main__":
    pool = Pool(1); pool.apply_async(slow, (1,)); pool.close()
