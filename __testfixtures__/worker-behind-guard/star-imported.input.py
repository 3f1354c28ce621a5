from multiprocessing import Pool

if __name__ == "__main__":
    def square(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(square, range(4)))
