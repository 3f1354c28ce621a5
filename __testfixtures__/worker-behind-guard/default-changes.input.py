from multiprocessing import Pool

limits = [1]

if __name__ == "__main__":
    limits.append(2)

    def work(n, limit=limits[-1]):
        return min(n, limit)

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
