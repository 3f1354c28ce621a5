from multiprocessing import Process, Queue, dummy


def work(number):
    print(number)


def right():
    processes = [Process(target=work, args=(i,)) for i in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def two_at_a_time():
    for number in range(4):
        first = Process(target=work, args=(number,))
        second = Process(target=work, args=(number,))
        first.start()
        second.start()
        first.join()
        second.join()


def second_started_before():
    for number in range(4):
        first = Process(target=work, args=(number,))
        second = Process(target=work, args=(number,))
        first.start()
        second.start()
        second.join()


def with_work_of_its_own(queue: Queue):
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        work(number)
        process.join()


def other():
    last = Process(target=work, args=(0,))
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        last.join()
        last = process


def threads():
    for number in range(4):
        thread = dummy.Process(target=work, args=(number,))
        thread.start()
        thread.join()


def once():
    process = Process(target=work, args=(1,))
    process.start()
    process.join()
