from multiprocessing import Pool


def even(number):
    return number % 2 == 0


pool = Pool(2)
flags = pool.map(even, range(4))

import json
print(json.dumps(flags))
pool.close()
pool.join()
