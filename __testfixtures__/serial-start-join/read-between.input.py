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


def asked(flag):
    for number in range(4):
        process = Process(target=work, args=(number, flag.value))
        process.start()
        process.join()


def read_from_a_file():
    for number in range(4):
        state = open("state").read()
        process = Process(target=work, args=(state,))
        process.start()
        process.join()


def stages():
    steps = [Process(target=work, args=("extract",)), Process(target=work, args=("load",))]
    for step in steps:
        step.start()
        step.join()


def other_work():
    for stage in (work, results_read):
        process = Process(target=stage, args=(1,))
        process.start()
        process.join()
