from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(2) as pool:
        def square(n):
            return n * n

        print(pool.map(square, range(4)))
