from multiprocessing import Pool, freeze_support


def square(number):
    return number * number


freeze_support()
pool = Pool(2)
print(pool.map(square, range(5)))
pool.close()
pool.join()
