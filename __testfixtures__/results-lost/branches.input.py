import time
from multiprocessing import Pool


def square(x):
    time.sleep(0.2)
    return x * x


def main(numbers):
    with Pool(2) as pool:
        if len(numbers) == 1:
            pool.apply_async(square, numbers, callback=print)
        else:
            pool.map_async(square, numbers, callback=print)
            # one list of all

        # then the next
    print("done")


if __name__ == "__main__":
    main([3, 4])
