from multiprocessing import Process, Queue

SCALE = 1


def work(scale, number, results, step=1):
    results.put(number * scale + step)


def main():
    global SCALE
    SCALE = 10
    results = Queue()
    child = Process(target=work, args=(SCALE, 1, results), kwargs={"step": 2})
    child.start()
    work(SCALE, 2, results)
    print(sorted([results.get(), results.get()]))
    child.join()


if __name__ == "__main__":
    main()
