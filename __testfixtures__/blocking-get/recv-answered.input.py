import os
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from elsewhere import load, serve


def send(path, connection):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    connection.send(load(path))


def send_either(path, connection):
    try:
        data = load(path)
    except OSError as error:
        connection.send(error)
        return
    connection.send(data)


def serve_commands(connection):
    while True:
        command = connection.recv()
        if command == "stop":
            return
        connection.send(load(command))


def serve_one(connection):
    command = connection.recv()
    if command is None:
        return
    connection.send(load(command))


def own_end_closed(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    theirs.close()
    print(ours.recv())
    worker.join()


def always_answered(path):
    ours, theirs = Pipe()
    worker = Process(target=send_either, args=(path, theirs))
    worker.start()
    print(ours.recv())
    worker.join()


def in_time(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    if ours.poll(5):
        print(ours.recv())
    worker.join()


def waited_for(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    wait([ours, worker.sentinel])
    print(ours.recv())
    worker.join()


def asked(path):
    ours, theirs = Pipe()
    worker = Process(target=serve_commands, args=(theirs,))
    worker.start()
    ours.send(path)
    print(ours.recv())
    ours.send("stop")
    worker.join()


def asked_once(path):
    ours, theirs = Pipe()
    worker = Process(target=serve_one, args=(theirs,))
    worker.start()
    ours.send(path)
    print(ours.recv())
    worker.join()


def joined_and_looked_at(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    worker.join()
    if worker.exitcode == 0:
        print(ours.recv())


def put_here(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    theirs.send(None)
    print(ours.recv())
    worker.join()


def handed_on(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    serve(theirs)
    print(ours.recv())
    worker.join()


def of_several(paths):
    pipes = [Pipe() for _ in paths]
    for path, (_, theirs) in zip(paths, pipes):
        Process(target=send, args=(path, theirs)).start()
    for ours, _ in pipes:
        print(ours.recv())


def shared(paths):
    ours, theirs = Pipe()
    for path in paths:
        Process(target=send, args=(path, theirs)).start()
    print(ours.recv())


def if_it_matters(path, matters):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    if matters:
        print(ours.recv())
    worker.join()


class Client:
    def __init__(self, path):
        self.ours, theirs = Pipe()
        self.worker = Process(target=send, args=(path, theirs))
        self.worker.start()

    def ask(self):
        return self.ours.recv()


def seen_to_be_alive(path):
    ours, theirs = Pipe()
    worker = Process(target=send, args=(path, theirs))
    worker.start()
    print(worker.is_alive())
    print(ours.recv())
    worker.join()
