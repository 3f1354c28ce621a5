# only fork
import sys
from multiprocessing import Process, get_context


def work():
    pass


def wait_for(process):
    process.join()


if __name__ == "__main__":
    first = Process(target=work)
    first.start()
    second = get_context("fork").Process(target=wait_for, args=(first,))
    second.start()
    second.join()
    first.join()
    sys.exit(second.exitcode)
