from multiprocessing import Process, Queue


def work(results):
    results.put(1)


def main():
    results = Queue()
    process = Process(target=work, args=(results,))
    process.start()
    # What has come so far.
    while not results.empty():
        print(results.get())
    print(results.get())
    process.join()


if __name__ == "__main__":
    main()
