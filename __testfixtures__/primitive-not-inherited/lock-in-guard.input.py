import multiprocessing as mp


def add(total, lock_name):
    with lock:
        total.value += 1


def say(number):
    with lock:
        return number


if __name__ == "__main__":
    lock = mp.Lock()
    total = mp.Value("i", 0)
    children = [mp.Process(target=add, args=(total, "lock")) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    with mp.Pool(2) as pool:
        print(total.value, pool.map(say, [1, 2]))
