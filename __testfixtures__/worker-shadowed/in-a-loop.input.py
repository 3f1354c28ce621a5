from multiprocessing import Process, SimpleQueue


def square(number, results):
    results.put(number * number)


if __name__ == "__main__":
    results = SimpleQueue()
    running = []
    for number in range(3):
        square = Process(target=square, args=(number, results))
        square.start()
        running.append(square)
    for square_again in running:
        square_again.join()
    print("last:", square.exitcode)
    print(sorted(results.get() for _ in running if not results.empty()))
