from multiprocessing import Process, Queue

SCALE = 1


def work(number, results, step=1):
    results.put(number * SCALE + step)


def main():
    global SCALE
    SCALE = 10
    results = Queue()
    child = Process(target=work, args=(1, results), kwargs={"step": 2})
    child.start()
    work(2, results)
    print(sorted([results.get(), results.get()]))
    child.join()


if __name__ == "__main__":
    main()
