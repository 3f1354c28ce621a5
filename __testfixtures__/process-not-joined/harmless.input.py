import time
from multiprocessing import Manager, Process, Value


def work(number):
    print(number)


def count(total):
    total.value += 1


def show(total):
    print(total.value)


def forgotten(numbers):
    for number in numbers:
        process = Process(target=work, args=(number,))
        process.start()


def server(socket):
    while True:
        connection, _ = socket.accept()
        process = Process(target=work, args=(connection,))
        process.start()


def polled():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    while total.value == 0:
        time.sleep(0.1)
    print(total.value)


def slept():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    time.sleep(5)
    print(total.value)


def only_read_there():
    total = Value("i", 0)
    process = Process(target=show, args=(total,))
    process.start()
    print(total.value)


def read_before():
    total = Value("i", 0)
    print(total.value)
    process = Process(target=count, args=(total,))
    process.start()


def set_behind():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    total.value = 3


def handed_to_the_next():
    total = Value("i", 0)
    first = Process(target=count, args=(total,))
    first.start()
    second = Process(target=count, args=(total,))
    second.start()


def slept_in_the_loop():
    total = Value("i", 0)
    for _ in range(4):
        process = Process(target=count, args=(total,))
        process.start()
        time.sleep(1)
    print(total.value)


def returned_manager():
    manager = Manager()
    total = manager.Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    return manager


if __name__ == "__main__":
    forgotten(range(4))
    process = Process(target=work, args=(4,), name="last")
    process.start()
