from multiprocessing import Pipe, Process

from elsewhere import load


def send(path, connection):
    data = load(path)
    if not data:
        return
    connection.send(data)


def watch():
    print("watching")


def in_one_line(path):
    ours, theirs = Pipe(False)
    worker = Process(target=send, args=(path, theirs))
    if worker.start() is None:
        print("started")
    print(ours.recv())
    worker.join()


def beside_another(path):
    ours, theirs = Pipe(duplex=False)
    worker = Process(target=send, args=(path, theirs))
    watcher = Process(target=watch)
    watcher.start()
    worker.start()
    print(ours.recv())
    worker.join()
    watcher.join()
