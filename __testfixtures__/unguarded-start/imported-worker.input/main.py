from multiprocessing import Pool

from squares import square

pool = Pool(2)
print(pool.map(square, range(5)))
pool.close()
pool.join()
