from multiprocessing import Process, Queue


def run(results):
    numbers = list(range(10))

    def work():
        results.put(len(numbers))

    process = Process(target=work)
    process.start()
    del numbers
    print(results.get())
    process.join()


if __name__ == "__main__":
    run(Queue())
