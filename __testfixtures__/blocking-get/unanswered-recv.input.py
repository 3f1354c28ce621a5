import os
from multiprocessing import Pipe, Process


def count(path, connection):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    with open(path) as file:
        connection.send(len(file.readlines()))


if __name__ == "__main__":
    ours, theirs = Pipe()
    worker = Process(target=count, args=("missing.txt", theirs))
    worker.start()
    try:
        print("counted", ours.recv())
    except EOFError:
        print("no answer")
    worker.join()
