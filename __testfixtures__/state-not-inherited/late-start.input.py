from multiprocessing import Process, Queue

STEP = 0


def work(results):
    results.put(STEP)


if __name__ == "__main__":
    results = Queue()
    children = [Process(target=work, args=(results,)) for _ in range(2)]
    for child in children:
        STEP += 1
        child.start()
        print(results.get())
        child.join()
