from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":

    def work(x):
        return x + 1

    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(work, [1])))
