import multiprocessing

context = multiprocessing.get_context("spawn")
counter = context.Value("i", 0)


def work(number):
    with counter.get_lock():
        counter.value += number


def _init_worker(counter_):
    global counter
    counter = counter_


def main():
    with context.Pool(2, initializer=_init_worker, initargs=(counter,)) as pool:
        pool.map(work, range(4))
    print(counter.value)


if __name__ == "__main__":
    main()
