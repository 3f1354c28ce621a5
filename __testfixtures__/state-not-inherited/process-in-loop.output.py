from multiprocessing import Process, Queue

STEP = 0


def work(results, step):
    results.put(step)


if __name__ == "__main__":
    results = Queue()
    for STEP in (1, 2):
        child = Process(target=work, args=(results, STEP))
        child.start()
        print(results.get())
        child.join()
