import time
from multiprocessing import Pool


def square(x):
    time.sleep(0.2)
    return x * x


def main():
    with Pool(2) as pool:
        result = pool.map_async(square, range(4))
        print("started")
        pool.close()
        pool.join()
    numbers = list(range(4))
    print(numbers)
    total = sum(result.get())
    print(total)


if __name__ == "__main__":
    main()
