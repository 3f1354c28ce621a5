from multiprocessing import Pipe, Process, get_context


def square(connection):
    while True:
        number = connection.recv()
        connection.send(number * number)


def until_none(connection):
    while True:
        task = connection.recv()
        if task is None:
            return
        print(task)


def until_the_end(connection):
    try:
        while True:
            print(connection.recv())
    except EOFError:
        print("the end")


def ask(numbers):
    ours, theirs = Pipe()
    process = Process(target=square, args=(theirs,))
    process.start()
    for number in numbers:
        ours.send(number)
        print(ours.recv())
    process.join()


def one_way():
    receiver, sender = Pipe(duplex=False)
    process = Process(target=until_none, args=(receiver,))
    process.start()
    sender.send("a task")
    process.join()


def closed_too_late():
    ours, theirs = Pipe()
    process = Process(target=until_the_end, args=(theirs,))
    process.start()
    theirs.close()
    ours.send(1)
    process.join()
    ours.close()


def forked():
    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=until_the_end, args=(theirs,))
    process.start()
    ours.send(1)
    ours.close()
    process.join()
