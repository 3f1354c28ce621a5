from multiprocessing import Process, Queue

STEP = 0


def work(results):
    results.put(STEP)


if __name__ == "__main__":
    results = Queue()
    for STEP in (1, 2):
        child = Process(target=work, args=(results,))
        child.start()
        print(results.get())
        child.join()
