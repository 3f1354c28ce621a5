from multiprocessing import Pool


def Pool(size):
    return size


print(Pool(2))
