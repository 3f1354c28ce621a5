import time
from datetime import datetime
from multiprocessing import Pool

begin = time.time()
today = datetime.now()
run = "run-%d" % begin


def label(number):
    return "%s %d" % (run, number)


with Pool(2) as pool:
    print(len(set(pool.map(label, [1, 1, 1]))), today)
