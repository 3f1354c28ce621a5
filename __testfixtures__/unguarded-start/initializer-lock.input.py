import multiprocessing as mp

lock = mp.Lock()
total = mp.Value("i", 0, lock=False)


def initialize(parents_lock, parents_total):
    global lock, total
    lock = parents_lock
    total = parents_total


def add(number):
    with lock:
        total.value += number


with mp.Pool(2, initializer=initialize, initargs=(lock, total)) as pool:
    pool.map(add, range(5))
print(total.value)
