from multiprocessing import Pool

if __name__ == "__main__":
    numbers = [1, 2, 3, 4]
    with Pool(2) as pool:
        print(pool.map(lambda x: x * x, numbers))
