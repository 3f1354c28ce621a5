import contextlib
import os
import queue
import sys
import threading
from multiprocessing import Pool, Process, Queue

from elsewhere import compute, load, reporting


def caught(path, results):
    try:
        if not os.path.exists(path):
            raise FileNotFoundError(path)
        results.put(load(path))
    except OSError as error:
        results.put(error)


def in_the_end(path, results):
    answer = None
    try:
        if not os.path.exists(path):
            raise FileNotFoundError(path)
        answer = load(path)
    finally:
        results.put(answer)


def handled_in_the_end(path, results):
    answer = None
    try:
        answer = load(path)
    except OSError:
        return
    finally:
        results.put(answer)


def put_first(path, results):
    results.put("began")
    if not os.path.exists(path):
        raise FileNotFoundError(path)


def put_on_the_way(path, results):
    if not os.path.exists(path):
        results.put(None)
        return
    results.put(load(path))


def by_any_call(path, results):
    results.put(load(path))


def with_others(path, results):
    with reporting(results):
        if not os.path.exists(path):
            raise FileNotFoundError(path)
        results.put(load(path))


def suppressed(path, results):
    with contextlib.suppress(OSError):
        if not os.path.exists(path):
            raise FileNotFoundError(path)
    results.put(1)


@reporting
def decorated(path, results):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    results.put(load(path))


def by_rank(rank, results):
    if rank != 0:
        return
    results.put(compute(rank))


def positive(number, results):
    if number < 0:
        raise ValueError(number)
    results.put(number)


def on_linux(path, results):
    if sys.platform != "linux":
        raise OSError("Linux only")
    results.put(load(path))


def until_told(path, results, stop):
    if stop.is_set():
        return
    results.put(load(path))


def interrupted(path, results):
    try:
        data = load(path)
    except KeyboardInterrupt:
        return
    results.put(data)


def each(path, results):
    for line in load(path):
        if not compute(line):
            raise ValueError(line)
        results.put(line)


def nested(path, results):
    def check(line):
        if not compute(line):
            raise ValueError(line)
        return line

    results.put([line for line in load(path) if check])


def checked(path, results):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    results.put(load(path))


def helped(path, results):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    helper(path, results)


def helper(path, results):
    results.put(load(path))


def safely(path, results):
    try:
        called(path, results)
    except OSError as error:
        results.put(error)


def called(path, results):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    results.put(load(path))


def run_all(path, stop):
    for target in (caught, in_the_end, handled_in_the_end, put_first, put_on_the_way, by_any_call):
        results = Queue()
        process = Process(target=target, args=(path, results))
        process.start()
        print(results.get())
        process.join()


def ask_in_the_end(path):
    results = Queue()
    process = Process(target=in_the_end, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_caught(path):
    results = Queue()
    process = Process(target=caught, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_handled_in_the_end(path):
    results = Queue()
    process = Process(target=handled_in_the_end, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_put_first(path):
    results = Queue()
    process = Process(target=put_first, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_on_the_way(path):
    results = Queue()
    process = Process(target=put_on_the_way, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_any_call(path):
    results = Queue()
    process = Process(target=by_any_call, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_with_others(path):
    results = Queue()
    process = Process(target=with_others, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_suppressed(path):
    results = Queue()
    process = Process(target=suppressed, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_decorated(path):
    results = Queue()
    process = Process(target=decorated, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_the_first(count):
    results = Queue()
    processes = [Process(target=by_rank, args=(rank, results)) for rank in range(count)]
    for process in processes:
        process.start()
    print(results.get())
    for process in processes:
        process.join()


def ask_with_a_constant():
    results = Queue()
    process = Process(target=positive, args=(3, results))
    process.start()
    print(results.get())
    process.join()


def ask_on_linux(path):
    results = Queue()
    process = Process(target=on_linux, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_until_told(path, stop):
    results = Queue()
    process = Process(target=until_told, args=(path, results, stop))
    process.start()
    print(results.get())
    process.join()


def ask_interrupted(path):
    results = Queue()
    process = Process(target=interrupted, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_each(path):
    results = Queue()
    process = Process(target=each, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_nested(path):
    results = Queue()
    process = Process(target=nested, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_helped(path):
    results = Queue()
    process = Process(target=helped, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def ask_safely(path):
    results = Queue()
    process = Process(target=safely, args=(path, results))
    process.start()
    print(results.get())
    process.join()


def in_time(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    try:
        print(results.get(timeout=5))
    except queue.Empty:
        print("no answer")
    process.join()


def at_once(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    process.join()
    if process.exitcode == 0:
        print(results.get())


def watched(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    while process.is_alive():
        print(results.get())
    process.join()


def looked_at(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    process.join()
    if not results.empty():
        print(results.get())


def if_it_matters(path, matters):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    if matters:
        print(results.get())
    process.join()


def any_of_them(paths):
    results = Queue()
    processes = [Process(target=checked, args=(path, results)) for path in paths]
    for process in processes:
        process.start()
    print("the first:", results.get())
    for process in processes:
        process.join()


def as_many_as_there_are(paths):
    results = Queue()
    processes = [Process(target=checked, args=(path, results)) for path in paths]
    for process in processes:
        process.start()
    for path in paths:
        if os.path.exists(path):
            print(results.get())
    for process in processes:
        process.join()


def put_here_too(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    results.put(None)
    print(results.get())
    process.join()


def put_by_a_thread(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    threading.Timer(5, results.put, (None,)).start()
    print(results.get())
    process.join()


def put_by_another(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    other = Process(target=by_any_call, args=(path, results))
    process.start()
    other.start()
    print(results.get())
    process.join()
    other.join()


def if_wanted(path, results, wanted):
    if not wanted:
        return
    results.put(load(path))


def ask_if_wanted(path, wanted):
    results = Queue()
    process = Process(target=if_wanted, args=(path, results, wanted))
    process.start()
    print(results.get())
    process.join()


def seen_to_be_alive(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    print(process.is_alive())
    print(results.get())
    process.join()


def seen_to_be_empty(path):
    results = Queue()
    process = Process(target=checked, args=(path, results))
    process.start()
    print(results.empty())
    print(results.get())
    process.join()


def here_or_there(path, here):
    results = Queue()
    if here:
        called(path, results)
    process = Process(target=called, args=(path, results))
    process.start()
    print(results.get())
    process.join()
