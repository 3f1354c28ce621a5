from multiprocessing import Pool


def square(number):
    return number * number


pool = Pool(2)
print(pool.map(square, range(5)))
pool.close()
pool.join()
