from multiprocessing import Pool


def run(items):
    def work(item):
        return item + 1

    with Pool(2) as pool:
        return pool.map(work, items)


if __name__ == "__main__":
    print(run([1, 2]))
