from multiprocessing import Pipe, Process, get_context

from elsewhere import act


def until_the_end(connection):
    while True:
        try:
            print(connection.recv())
        except EOFError:
            break


def until_any_error(connection):
    while True:
        try:
            print(connection.recv())
        except Exception:
            break


def without_the_other(ours, theirs):
    ours.close()
    while True:
        try:
            print(theirs.recv())
        except EOFError:
            break


def until_none(connection):
    while True:
        task = connection.recv()
        if task is None:
            return
        print(task)


def looks(connection):
    while True:
        if connection.poll(1):
            print(connection.recv())


def acts(connection):
    while True:
        act(connection.recv())


def spawned():
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=until_the_end, args=(theirs,))
    process.start()
    ours.send(1)
    ours.close()
    process.join()


def by_any_error():
    ours, theirs = Pipe()
    process = Process(target=until_any_error, args=(theirs,))
    process.start()
    ours.send(1)
    process.join()


def both_given():
    ours, theirs = Pipe()
    process = Process(target=without_the_other, args=(ours, theirs))
    process.start()
    theirs.close()
    ours.send(1)
    ours.close()
    process.join()


def with_none():
    ours, theirs = Pipe()
    process = Process(target=until_none, args=(theirs,))
    process.start()
    ours.send(1)
    ours.send(None)
    process.join()


def with_what_is_given(tasks):
    ours, theirs = Pipe()
    process = Process(target=until_none, args=(theirs,))
    process.start()
    for task in tasks:
        ours.send(task)
    process.join()


def looking():
    ours, theirs = Pipe()
    process = Process(target=looks, args=(theirs,))
    process.start()
    ours.send(1)
    process.join()


def acting():
    ours, theirs = Pipe()
    process = Process(target=acts, args=(theirs,))
    process.start()
    ours.send(1)
    process.join()


def stopped():
    ours, theirs = Pipe()
    process = Process(target=until_the_end, args=(theirs,))
    process.start()
    ours.send(1)
    process.terminate()
    process.join()


def of_each(tasks):
    for task in tasks:
        ours, theirs = Pipe()
        process = Process(target=until_none, args=(theirs,))
        process.start()
        ours.send(task)
        process.join()


def dropped():
    ours, theirs = Pipe()
    process = Process(target=until_the_end, args=(theirs,))
    process.start()
    ours.send(1)
    del ours
    process.join()


class Service:
    def __init__(self):
        self.ours, theirs = Pipe()
        self.process = Process(target=until_the_end, args=(theirs,))
        self.process.start()

    def send(self, task):
        self.ours.send(task)

    def wait(self):
        self.process.join()


def asked_for_more():
    ours, theirs = Pipe()
    process = Process(target=until_the_end, args=(theirs,))
    process.start()
    ours.send(1)
    if ours.poll():
        print("more")
    process.join()
