"""Squares, with a line above them."""
from multiprocessing import Process


def show(n):
    print(n * n)


if __name__ == "__main__":
    print("squares:")
    print("========")
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
