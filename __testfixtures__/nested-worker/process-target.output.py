import multiprocessing


def work(results, label, number):
    results.put((label, number * number))


def run(count, label):
    results = multiprocessing.Queue()

    workers = [multiprocessing.Process(target=work, args=(results, label, n)) for n in range(count)]
    for worker in workers:
        worker.start()
    print(sorted(results.get(timeout=10) for _ in workers))
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    run(3, "square")
