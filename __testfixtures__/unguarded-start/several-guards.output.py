import os
from multiprocessing import Process

if __name__ == "__main__":
    print("loading")
import toolbox


def work():
    raise SystemExit(toolbox.CODE)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    print(process.exitcode)
