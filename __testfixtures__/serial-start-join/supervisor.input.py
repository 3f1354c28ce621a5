from multiprocessing import Process


def serve(port=80):
    print(port)


def for_ever():
    while True:
        process = Process(target=serve)
        process.start()
        process.join()


def at_most(seconds):
    for port in range(4):
        process = Process(target=serve, args=(port,))
        process.start()
        process.join(seconds)


def one():
    for port in [80]:
        process = Process(target=serve, args=(port,))
        process.start()
        process.join()


def one_turn():
    for _ in range(1):
        process = Process(target=serve)
        process.start()
        process.join()
