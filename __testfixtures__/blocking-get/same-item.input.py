from multiprocessing import Process, Queue


def until_three(tasks):
    while True:
        task = tasks.get()
        print(task)
        if task == 3:
            return


def until_stop(tasks):
    for task in iter(tasks.get, "stop 2"):
        print(task)


def until_zero(tasks):
    for task in iter(tasks.get, 0):
        print(task)


def until_it_fails(tasks):
    while True:
        name, value = tasks.get()
        print(name, value)


def counted():
    tasks = Queue()
    process = Process(target=until_three, args=(tasks,))
    process.start()
    for n in range(4):
        tasks.put(n)
    process.join()


def in_other_quotes():
    tasks = Queue()
    process = Process(target=until_stop, args=(tasks,))
    process.start()
    tasks.put('stop 2')
    process.join()


def formatted():
    tasks = Queue()
    process = Process(target=until_stop, args=(tasks,))
    process.start()
    for n in range(4):
        tasks.put(f"stop {n}")
    process.join()


def equal():
    tasks = Queue()
    process = Process(target=until_zero, args=(tasks,))
    process.start()
    tasks.put(False)
    process.join()


def ended_by_an_error():
    tasks = Queue()
    process = Process(target=until_it_fails, args=(tasks,))
    process.start()
    tasks.put(("a", 1))
    tasks.put(None)
    process.join()


def another_text():
    tasks = Queue()
    process = Process(target=until_stop, args=(tasks,))
    process.start()
    tasks.put('stop 1')
    process.join()


if __name__ == "__main__":
    counted()
    in_other_quotes()
    formatted()
    equal()
    ended_by_an_error()
    another_text()
