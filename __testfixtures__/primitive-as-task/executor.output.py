import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def wait_for(number):
    return event.is_set(), number


def ask(number):
    return event.is_set() and number


def _init_worker(event_):
    global event
    event = event_


def main():
    event = multiprocessing.Event()
    event.set()
    with ProcessPoolExecutor(2, initializer=_init_worker, initargs=(event,)) as executor:
        print(list(executor.map(wait_for, [1, 2])))
        future = executor.submit(ask, 3)
        print(future.result())


if __name__ == "__main__":
    main()
