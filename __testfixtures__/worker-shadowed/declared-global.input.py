import multiprocessing as mp

SIZE = 3


def collect(size, results):
    results.put(list(range(size)))


def stop():
    collect.join()  # waits for the child
    return collect.exitcode


def main():
    global SIZE, collect
    SIZE = 4
    results = mp.SimpleQueue()
    collect = mp.Process(target=collect, args=(SIZE, results))
    collect.start()
    print(results.get())


if __name__ == "__main__":
    main()
    print(f"ended with {stop()}")
