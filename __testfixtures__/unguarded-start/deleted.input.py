from multiprocessing import Pool

base = 3
offset = base + 1
del base


def work(number):
    return number + offset


with Pool(2) as pool:
    del offset
    print(pool.map(abs, [-1]))
with Pool(2) as pool:
    print(pool.map(work, [1]))
