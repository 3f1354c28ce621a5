import time
from multiprocessing import Pool


def square(x):
    time.sleep(0.2)
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(square, (x,)) for x in range(4)]
    print([result.get() for result in results])
