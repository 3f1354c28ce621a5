from multiprocessing import Pool

import toolbox

toolbox.use_size(5)
toolbox.prepare()
print("ready")


def size(factor):
    return toolbox.SIZE * factor


with Pool(2) as pool:
    print(pool.map(size, range(3)))
