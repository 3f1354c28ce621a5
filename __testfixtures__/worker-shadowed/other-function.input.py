from multiprocessing import Process


def work():
    print("the child works")


def run():
    work()


if __name__ == "__main__":
    # `run` finds the function in a child that is not forked, and the process in one that is.
    work = Process(target=run)
    work.start()
    work.join()
