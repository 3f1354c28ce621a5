from multiprocessing import Process


def work():
    print("the child works")


def describe():
    print(work)


if __name__ == "__main__":
    describe()
    work = Process(target=work)
    work.start()
    work.join()
