import multiprocessing

if __name__ == "__main__":

    def twice(x):
        return x * 2

    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: twice(x), [1]))
        print(pool.map(lambda x: twice(x) + 1, [1]))
