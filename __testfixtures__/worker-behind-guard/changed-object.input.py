from multiprocessing import Pool

import toolkit

settings = toolkit.Settings()

if __name__ == "__main__":
    settings.update(scale=5)

    def work(n):
        return n * settings.scale

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
