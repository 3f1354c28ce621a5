import multiprocessing

context = multiprocessing.get_context("fork")
lock = context.Lock()


def work(number):
    with lock:
        return number


if __name__ == "__main__":
    with context.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
