from multiprocessing import Pool

print(hash("") == hash(""))

if __name__ == "__main__":
    def hash(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(hash, range(4)))
