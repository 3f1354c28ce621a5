from multiprocess import Process


def work():
    print("the child works")


if __name__ == "__main__":
    work = Process(target=work)
    work.start()
    work.join()
