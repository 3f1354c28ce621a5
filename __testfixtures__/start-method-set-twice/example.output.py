import multiprocessing as mp


def square(n, results):
    results.put(n * n)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    results = mp.Queue()
    process = mp.Process(target=square, args=(3, results))
    process.start()
    print(results.get())
    process.join()
