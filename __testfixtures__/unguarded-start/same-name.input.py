from multiprocessing import Process


def worker():
    print("working")


worker = Process(target=worker)
worker.start()
worker.join()
print(worker.exitcode)
