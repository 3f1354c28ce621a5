import sys
from multiprocessing import Pool

LIMIT = 1


def work(n):
    return n * LIMIT


def serial(ns):
    return [work(n) for n in ns]


def parallel(ns, jobs):
    pool = Pool(jobs)
    try:
        return pool.map(work, ns)
    finally:
        pool.close()
        pool.join()


def main():
    global LIMIT
    for LIMIT in (2, 3):
        jobs = 2
        print(parallel([1, 2], jobs) if jobs > 1 else serial([1, 2]))


if __name__ == "__main__":
    sys.exit(main())
