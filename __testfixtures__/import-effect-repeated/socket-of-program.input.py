import socket
from multiprocessing import Process

server = socket.socket()
server.bind(("", 0))


def work():
    print("done")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
