from multiprocessing import Manager, Pool


def work(number):
    found.append(number * number)


def _init_worker(found_):
    global found
    found = found_


if __name__ == "__main__":
    manager = Manager()
    found = manager.list()
    with Pool(2, initializer=_init_worker, initargs=(found,)) as pool:
        pool.map(work, range(4))
    print(sorted(found))
