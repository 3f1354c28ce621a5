from multiprocessing import Pool


def square(x):
    return x * x


def start(numbers):
    pool = Pool(2)
    result = pool.map_async(square, numbers)
    pool.close()
    return result


if __name__ == "__main__":
    print(start([1, 2]).get())
