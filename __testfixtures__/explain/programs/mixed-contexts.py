# only spawn
import multiprocessing
import sys


def work(lock):
    with lock:
        print("working")


if __name__ == "__main__":
    lock = multiprocessing.get_context("fork").Lock()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(lock,))
    process.start()
    process.join()
    sys.exit(process.exitcode)
