from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(2) as pool:
        result = pool.map_async(lambda x: x, [1])
        print(result.get())
