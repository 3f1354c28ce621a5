from multiprocessing import Process


def work():
    print("the child works")


if __name__ == "__main__":
    # The name is given to another value when the function has been pickled.
    work = Process(target=work).start()
