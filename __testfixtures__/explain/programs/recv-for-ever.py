# interrupt
from multiprocessing import Pipe, Process


def work(connection):
    connection.send(1)


if __name__ == "__main__":
    ours, theirs = Pipe()
    process = Process(target=work, args=(theirs,))
    process.start()
    print(ours.recv())
    print(ours.recv())
