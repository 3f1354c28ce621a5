import time
from multiprocessing import Pool
from multiprocessing.util import Finalize

seen = 0


def count(x):
    global seen
    seen += 1
    return x


def report():
    time.sleep(0.1)
    print("a worker counted", seen)


def start():
    Finalize(None, report, exitpriority=10)


if __name__ == "__main__":
    pool = Pool(1, initializer=start)
    results = pool.imap(count, range(3))
    pool.close()  # no more work
    for result in results:
        print(result)
    pool.join()
    print("all read")
