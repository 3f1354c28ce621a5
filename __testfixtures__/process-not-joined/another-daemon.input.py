from multiprocessing import Process


def work(number):
    print(number)


if __name__ == "__main__":
    first = Process(target=work, args=(1,))
    first.daemon = True
    second = Process(target=work, args=(2,))
    first.start()
    input()
    second.start()
