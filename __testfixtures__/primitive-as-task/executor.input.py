import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def wait_for(number, event):
    return event.is_set(), number


def ask(number, *, event: "multiprocessing.Event"):
    return event.is_set() and number


def main():
    event = multiprocessing.Event()
    event.set()
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(wait_for, [1, 2], repeat(event))))
        future = executor.submit(ask, 3, event=event)
        print(future.result())


if __name__ == "__main__":
    main()
