import time
from multiprocessing import Process, Queue


def work(number, results):
    results.put(number)


def behind_the_join():
    results = Queue()
    processes = [Process(target=work, args=(i, results)) for i in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    while not results.empty():
        print(results.get())


def while_one_is_alive():
    results = Queue()
    process = Process(target=work, args=(1, results))
    process.start()
    while process.is_alive():
        while not results.empty():
            print(results.get())


def or_alive():
    results = Queue()
    process = Process(target=work, args=(1, results))
    process.start()
    while process.is_alive() or not results.empty():
        print(results.get())


def later():
    results = Queue()
    process = Process(target=work, args=(1, results))
    process.start()
    time.sleep(1)
    while not results.empty():
        print(results.get())


def first_one():
    results = Queue()
    process = Process(target=work, args=(1, results))
    process.start()
    print(results.get())
    while not results.empty():
        print(results.get())


def polled():
    results = Queue()
    process = Process(target=work, args=(1, results))
    process.start()
    while results.empty():
        time.sleep(0.1)
    print(results.get())


def before_the_start():
    results = Queue()
    process = Process(target=work, args=(1, results))
    while not results.empty():
        print(results.get())
    process.start()


def in_the_loop():
    results = Queue()
    for number in range(4):
        process = Process(target=work, args=(number, results))
        process.start()
        process.join(timeout=5)
    while not results.empty():
        print(results.get())
