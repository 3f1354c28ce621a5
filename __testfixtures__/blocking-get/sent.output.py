from multiprocessing import Pipe, Process


def square(connection):
    while True:
        number = connection.recv()
        if number is None:
            break
        connection.send(number * number)


if __name__ == "__main__":
    ours, theirs = Pipe()
    worker = Process(target=square, args=(theirs,))
    worker.start()
    for number in range(3):
        ours.send(number)
        print(ours.recv())
    ours.send(None)
    worker.join()
    print("done")
