from multiprocessing import Process, Value


def count(total):
    total.value += 1


def without_a_name():
    total = Value("i", 0)
    Process(target=count, args=(total,)).start()
    print(total.value)


def without_names():
    total = Value("i", 0)
    for _ in range(4):
        Process(target=count, args=(total,)).start()
    return total.value


def on_one_line():
    total = Value("i", 0)
    process = Process(target=count, args=(total,)); process.start()
    return total.value
