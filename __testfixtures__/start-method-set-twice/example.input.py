import multiprocessing as mp


def square(n, results):
    results.put(n * n)


if __name__ == "__main__":
    results = mp.Queue()
    mp.set_start_method("spawn")
    process = mp.Process(target=square, args=(3, results))
    process.start()
    print(results.get())
    process.join()
