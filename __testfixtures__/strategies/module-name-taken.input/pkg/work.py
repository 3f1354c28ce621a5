from multiprocessing import Pool

base = 0


def tell(x):
    return base + x


def run():
    global base
    base = 5
    with Pool(2) as pool:
        return pool.map(tell, [1, 2])
