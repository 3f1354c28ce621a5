from multiprocessing import Process, Queue

results = None


def work(results):
    results.put(1)


def main():
    global results
    results = Queue()
    child = Process(target=work, args=(results,))
    child.start()
    print(results.get())
    child.join()


if __name__ == "__main__":
    main()
