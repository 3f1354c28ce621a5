import socket
import sys
from multiprocessing import Process

server = socket.socket(socket.AF_UNIX)
server.bind("server.sock")
server.listen()


def work():
    print("working")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)
