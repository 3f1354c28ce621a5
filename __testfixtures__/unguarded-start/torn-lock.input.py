from multiprocessing import Lock, Pool, Value

lock, counter = Lock(), Value("i", 0)


def add(number):
    with lock:
        counter.value += number


with Pool(2) as pool:
    pool.map(add, range(4))
print(counter.value)
