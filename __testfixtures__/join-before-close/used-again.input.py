from multiprocessing import Pool


def square(x):
    return x * x


def in_batches(batches, done):
    pool = Pool(2)
    for batch in batches:
        for x in batch:
            pool.apply_async(square, (x,), callback=done.append)
        pool.join()
    pool.close()


def twice(numbers):
    with Pool(2) as pool:
        print(pool.map(square, numbers))
        pool.join()
        print(pool.map(square, numbers))


if __name__ == "__main__":
    twice([1, 2])
