import multiprocessing as mp

SIZE = 3


def collect(size, results):
    results.put(list(range(size)))


def stop():
    collect_process.join()  # waits for the child
    return collect_process.exitcode


def main():
    global SIZE, collect_process
    SIZE = 4
    results = mp.SimpleQueue()
    collect_process = mp.Process(target=collect, args=(SIZE, results))
    collect_process.start()
    print(results.get())


if __name__ == "__main__":
    main()
    print(f"ended with {stop()}")
