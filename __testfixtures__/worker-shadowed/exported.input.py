from multiprocessing import Process

__all__ = ["work"]


def work():
    print("the child works")


if __name__ == "__main__":
    work = Process(target=work)
    work.start()
    work.join()
