from multiprocessing import Pipe, Process


def send(connection):
    connection.send("a letter")
    connection.close()


def _receive(connection):
    print("received", connection.recv())


if __name__ == "__main__":
    outgoing, incoming = Pipe()
    send_process: Process = Process(target=send, args=(outgoing,))
    _receive_process = Process(target=_receive, args=(incoming,))
    for process in (send_process, _receive_process):
        process.start()
    send_process.join()
    _receive_process.join()
    print(send_process.exitcode, _receive_process.exitcode)
