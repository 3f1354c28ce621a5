import multiprocessing as mp

from _start_method import context


def _worker(x):
    return x + 1


def main():
    results = context().Queue()
    # Depends on fork: a lambda is handed to worker processes, which cannot receive it
    # (MP201).
    process = context().Process(target=lambda: results.put(3))
    process.start()
    print(results.get())
    process.join()
    with mp.Pool(2) as pool:
        print(pool.map(_worker, [1, 2]))


if __name__ == "__main__":
    main()
