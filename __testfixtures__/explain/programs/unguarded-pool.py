from multiprocessing import Pool


def work(x):
    return x * x


pool = Pool(2)
print(pool.map(work, [1, 2]))
pool.close()
pool.join()
