import sys
from multiprocessing import Process, set_start_method

set_start_method("spawn")


def work():
    print("working")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)
