from multiprocessing import Pool

if __name__ == "__main__":
    def square(n):
        return n * n
else:
    def square(n):
        return n * n

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
