from multiprocessing import Array, Manager, Pipe, Process, Queue, Value

total = Value("i", 0)
everything = Queue()


def fill(n, queue, *shared):
    queue.put(list(range(n)))
    for each in shared:
        each[0] = n


def fill_global(n):
    everything.put(list(range(n)))
    total.value += n


def value():
    process = Process(target=fill_global, args=(100,))
    process.start()
    process.join()
    seen = total.value
    return everything.get(), seen


def array():
    queue = Queue()
    cells = Array("i", 3)
    process = Process(target=fill, args=(100, queue, cells))
    process.start()
    process.join()
    return queue.get(), cells[:]


def managed():
    queue = Queue()
    cells = Manager().dict()
    process = Process(target=fill, args=(100, queue, cells))
    process.start()
    process.join()
    seen = dict(cells)
    return queue.get(), seen


def exit_codes():
    queue = Queue()
    processes = [Process(target=fill, args=(100, queue))]
    processes[0].start()
    processes[0].join()
    first = processes[0]
    codes = [first.exitcode]
    return queue.get(), codes


def rebound():
    queue = Queue()
    process = Process(target=fill, args=(100, queue))
    process.start()
    process.join()
    process = queue.get()
    return process


def rebound_list():
    queue = Queue()
    processes = [Process(target=fill, args=(100, queue)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    processes = [queue.get() for _ in range(2)]
    return processes


def piped():
    queue = Queue()
    ours, theirs = Pipe()
    process = Process(target=fill, args=(100, queue, theirs))
    process.start()
    process.join()
    return queue.get(), ours.poll()


def written(path):
    queue = Queue()
    log = open(path, "w+")
    process = Process(target=fill, args=(100, queue, log))
    process.start()
    process.join()
    lines = list(log)
    return queue.get(), lines


if __name__ == "__main__":
    print(value(), array(), managed(), exit_codes(), rebound(), rebound_list())
    print(piped(), written("log"))
