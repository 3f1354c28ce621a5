from multiprocessing import Process


def worker(number):
    raise SystemExit(number)


workers = [Process(target=worker, args=(number,)) for number in range(2)]
for worker in workers:
    worker.start()
    worker.join()
    print(worker.exitcode)
