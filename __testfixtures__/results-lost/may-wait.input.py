import socketserver
import threading
import time
from multiprocessing import Event, Manager, Pool
from multiprocessing.pool import ThreadPool

halt = threading.Event()


def init(event):
    global stop
    stop = event


def beat(x):
    while not stop.is_set():
        time.sleep(0.1)


def ask_in_turn(x):
    while True:
        if stop.is_set():
            break


def wait(x):
    stop.wait()


def take(queue):
    return queue.get()


def loop():
    while True:
        time.sleep(1)


def call_loop(x):
    loop()


def serve(port):
    socketserver.TCPServer(("", port), socketserver.BaseRequestHandler).serve_forever()


def work_in_thread(x):
    while not halt.is_set():
        time.sleep(0.1)


def count_down(n):
    while n > 1:
        n //= 2
    print({"a": 1}.get("a"), ", ".join("ab"))


def stopped_behind():
    event = Event()
    with Pool(2, init, (event,)) as pool:
        pool.apply_async(beat, (1,))
        pool.apply_async(ask_in_turn, (1,))
        pool.apply_async(wait, (1,))
    event.set()


def filled_behind():
    queue = Manager().Queue()
    with Pool(2) as pool:
        pool.apply_async(take, (queue,))
    queue.put(1)


def served():
    with Pool(2) as pool:
        pool.apply_async(call_loop, (1,))
    with Pool(2) as pool:
        pool.apply_async(serve, (0,))


def in_threads():
    with ThreadPool(2) as pool:
        pool.apply_async(work_in_thread, (1,))
    halt.set()


def with_another(numbers):
    with Pool(2) as pool:
        pool.apply_async(loop)
        result = pool.map_async(count_down, numbers)
    return result.get()


def asked_first(numbers):
    with Pool(2) as pool:
        result = pool.map_async(count_down, numbers)
    if result.ready():
        print(result.get())


if __name__ == "__main__":
    stopped_behind()
    filled_behind()
    served()
    in_threads()
    with_another([1])
    asked_first([1])
