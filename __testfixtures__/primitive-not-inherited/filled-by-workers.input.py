from multiprocessing import Manager, Pool


def work(number):
    found.append(number * number)


if __name__ == "__main__":
    manager = Manager()
    found = manager.list()
    with Pool(2) as pool:
        pool.map(work, range(4))
    print(sorted(found))
