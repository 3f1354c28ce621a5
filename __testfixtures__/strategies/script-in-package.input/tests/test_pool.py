from multiprocessing import Pool


def double(x):
    return 2 * x


pool = Pool(2)
print(pool.map(double, range(3)))
pool.close()
pool.join()
