"""Squares, with a line above them."""
from multiprocessing import Process

print("squares:")
print("========")


def show(n):
    print(n * n)


if __name__ == "__main__":
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
