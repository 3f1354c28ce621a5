from multiprocessing import Pool

if __name__ == "__main__":
    # Squares are enough to see that the work was done.
    def square(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(square, range(4)))
