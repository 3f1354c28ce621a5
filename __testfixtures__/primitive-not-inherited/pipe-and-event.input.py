from multiprocessing import Event, Pipe, Process

ready = Event()
receiver, sender = Pipe(duplex=False)


def helper(number):
    sender.send(number)


def work(number):
    helper(number)
    ready.set()


def main():
    child = Process(target=work, args=(3,))
    child.start()
    child.join()
    print(ready.wait(0.1), receiver.poll(0.1))


if __name__ == "__main__":
    main()
