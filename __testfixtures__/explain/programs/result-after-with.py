# interrupt
import time
from multiprocessing import Pool


def work(x):
    time.sleep(0.5)
    return x


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.map_async(work, [1, 2])
    print(result.get())
