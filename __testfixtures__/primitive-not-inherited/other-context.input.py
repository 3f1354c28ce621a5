import multiprocessing

lock = multiprocessing.Lock()


def work(number):
    with lock:
        return number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(work, [1, 2]))
