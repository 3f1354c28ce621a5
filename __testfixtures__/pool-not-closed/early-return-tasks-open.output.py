import time
from multiprocessing import Pool


def slow(x):
    time.sleep(0.1)
    return x


def start(numbers, done):
    pool = Pool(2)
    try:
        for x in numbers:
            if x == 3:
                print("three is enough")
                return
            pool.apply_async(slow, (x,), callback=done.append)
    finally:
        # No more work.
        pool.close()
        pool.join()


def main():
    done = []
    start(range(5), done)
    print(sorted(done))


if __name__ == "__main__":
    main()
