from multiprocessing import Process, Queue


def squares(numbers, results):
    results.put([n * n for n in numbers])


if __name__ == "__main__":
    results = Queue()
    chunks = [range(0, 50_000), range(50_000, 100_000)]
    processes = [Process(target=squares, args=(chunk, results)) for chunk in chunks]
    for process in processes:
        process.start()

    total = 0
    for _ in processes:
        total += sum(results.get())
    # wait for all of them
    for process in processes:
        process.join()
    print(total)
