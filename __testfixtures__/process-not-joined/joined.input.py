from multiprocessing import Process, Value


def count(total):
    total.value += 1


def joined(number):
    total = Value("i", 0)
    for _ in range(number):
        process = Process(target=count, args=(total,))
        process.start()
    process.join()
    print(total.value)


def one_of_two():
    total = Value("i", 0)
    first = Process(target=count, args=(total,))
    second = Process(target=count, args=(total,))
    first.start()
    second.start()
    first.join()
    print(total.value)
