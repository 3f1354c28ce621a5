from multiprocessing import Pool, Value

counter = Value("i", 0)


def work(number):
    with counter.get_lock():
        counter.value += number
    return number


def _init_worker(counter_):
    global counter
    counter = counter_


def main():
    with Pool(2, initializer=_init_worker, initargs=(counter,)) as pool:
        pool.map(work, range(4))
    print(counter.value)


if __name__ == "__main__":
    main()
