from multiprocessing import Pool


def square(x):
    return x * x


def left_open(sizes):
    pools = [Pool(size) for size in sizes]
    return [pool.map(square, range(3)) for pool in pools]


def closed(sizes):
    pools = [Pool(size) for size in sizes]
    print([pool.map(square, range(3)) for pool in pools])
    for pool in pools:
        pool.close()
    for pool in pools:
        pool.join()


def closed_by_name(sizes):
    pools = {}
    for size in sizes:
        pools[size] = Pool(size)
    print(pools[1].map(square, range(3)))
    pools[1].terminate()
