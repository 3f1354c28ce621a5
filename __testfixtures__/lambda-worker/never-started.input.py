from multiprocessing import Process


def names():
    first = Process(target=lambda: None, name="first")
    second = Process(target=lambda: None)
    second.name = "second"
    return first.name, second.name


if __name__ == "__main__":
    print(names())
