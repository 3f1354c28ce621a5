from multiprocessing import Pool

table = {}

if __name__ == "__main__":
    table["scale"] = 5

    def work(n):
        return n * table["scale"]

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
