import time
from multiprocessing import Manager, Process


def square(number, results):
    time.sleep(0.5)
    results[number] = number * number
    print("done", flush=True)


if __name__ == "__main__":
    with Manager() as manager:
        results = manager.dict()
        processes = [Process(target=square, args=(i, results)) for i in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
