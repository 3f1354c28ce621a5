import time
from multiprocessing import Pool


def slow(x):
    time.sleep(0.2)
    print("worked")


def main():
    pool = Pool(processes=2)
    for x in range(2):
        pool.apply_async(slow, args=(x,))
    pool.close()


if __name__ == "__main__":
    main()
