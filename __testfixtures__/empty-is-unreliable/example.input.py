import time
from multiprocessing import Process, Queue


def square(number, results):
    time.sleep(0.3)
    results.put(number * number)


if __name__ == "__main__":
    results = Queue()
    processes = [Process(target=square, args=(number, results)) for number in (1, 2)]
    for process in processes:
        process.start()

    total = 0
    while not results.empty():
        total += results.get()
    for process in processes:
        process.join()
    print(total)
