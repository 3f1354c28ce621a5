from multiprocessing import Process, Value, active_children


def count(total):
    total.value += 1


def waited_for(number):
    total = Value("i", 0)
    for _ in range(number):
        process = Process(target=count, args=(total,))
        process.start()
    for child in active_children():
        child.join()
    print(total.value)


def started():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    print(total.value)
