from multiprocessing import Process, Queue


def work(number, results=None):
    print(number)


def results_read():
    results = Queue()
    total = 0
    for number in range(4):
        process = Process(target=work, args=(total, results))
        process.start()
        process.join()
        total += 1


def exit_code():
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()
        if process.exitcode != 0:
            raise RuntimeError(number)


def on_a_condition(numbers):
    for number in numbers:
        if number:
            process = Process(target=work, args=(number,))
            process.start()
            process.join()


def conditions_in_the_loop(numbers):
    for number in numbers:
        if number > 3:
            break
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def otherwise(numbers):
    for number in numbers:
        process = Process(target=work, args=(number,))
        process.start()
        process.join()
    else:
        print("done")
