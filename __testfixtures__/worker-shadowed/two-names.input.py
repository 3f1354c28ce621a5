from multiprocessing import Pipe, Process


def send(connection):
    connection.send("a letter")
    connection.close()


def _receive(connection):
    print("received", connection.recv())


if __name__ == "__main__":
    outgoing, incoming = Pipe()
    send: Process = Process(target=send, args=(outgoing,))
    _receive = Process(target=_receive, args=(incoming,))
    for process in (send, _receive):
        process.start()
    send.join()
    _receive.join()
    print(send.exitcode, _receive.exitcode)
