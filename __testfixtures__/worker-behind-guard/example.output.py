from multiprocessing import Pool


# Squares are enough to see that the work was done.
def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
