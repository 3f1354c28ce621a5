import atexit
import time
from multiprocessing import Pool

done = []


def slow(x):
    time.sleep(0.2)
    return x


if __name__ == "__main__":
    atexit.register(lambda: print("done:", sorted(done)))
    pool = Pool(2)
    try:
        for x in range(4):
            pool.apply_async(slow, (x,), callback=done.append)
    finally:
        pool.close()
        pool.join()
