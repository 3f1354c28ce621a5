import time
from multiprocessing import Pool


def work(number):
    time.sleep(0.2)
    print("worked on", number)


if __name__ == "__main__":
    # "There is no need for close() and join(): the with statement sees to that."
    with Pool(2) as pool:
        for number in range(2):
            pool.apply_async(work, args=(number,))
    print("all work is done")
