import multiprocessing as mp


def initialize(parents_lock, parents_total):
    global lock, total
    lock = parents_lock
    total = parents_total


def add(number):
    with lock:
        total.value += number


if __name__ == "__main__":
    lock = mp.Lock()
    total = mp.Value("i", 0, lock=False)
    with mp.Pool(2, initializer=initialize, initargs=(lock, total)) as pool:
        pool.map(add, range(5))
    print(total.value)
