from multiprocessing import Pool

print("squares:")


def square(n):
    return n * n


with Pool(2) as pool:
    print(pool.map(square, range(4)))
