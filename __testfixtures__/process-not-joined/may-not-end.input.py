import itertools
import time
from multiprocessing import Event, Process, Queue, Value


def sense(value):
    while True:
        value.value += 1
        time.sleep(0.1)


def sense_while(value, running):
    while running.value:
        value.value += 1
        time.sleep(0.1)


def beat(stop):
    while not stop.wait(0.1):
        pass


def take(queue):
    for item in iter(queue.get, None):
        print(item)


def tick():
    for n in itertools.count():
        print(n)


def first_value():
    value = Value("i", 0)
    Process(target=sense, args=(value,), daemon=True).start()
    print("first", value.value)


def stopped():
    value = Value("i", 0)
    running = Value("b", True)
    process = Process(target=sense_while, args=(value, running))
    process.start()
    print("first", value.value)
    running.value = False


def main():
    stopped()
    first_value()
    Process(target=beat, args=(Event(),), daemon=True).start()
    Process(target=take, args=(Queue(),), daemon=True).start()
    process = Process(target=tick, daemon=True)
    process.start()


if __name__ == "__main__":
    main()
