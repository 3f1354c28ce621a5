import random
import time
from multiprocessing import Pool

random.seed(1)


def throw(count):
    time.sleep(0.2)
    return [random.random() for _ in range(count)]


pool = Pool(2)
first = pool.apply_async(throw, (3,))
second = pool.apply_async(throw, (3,))
print(first.get() != second.get(), round(random.random(), 3))
pool.close()
pool.join()
