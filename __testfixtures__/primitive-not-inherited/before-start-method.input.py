import multiprocessing

lock = multiprocessing.Lock()


def work(number):
    with lock:
        return number


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn", force=True)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
