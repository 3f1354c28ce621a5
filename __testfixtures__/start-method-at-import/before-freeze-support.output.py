import multiprocessing
import sys


def job(n):
    print(n, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    multiprocessing.freeze_support()
    process = multiprocessing.Process(target=job, args=(7,))
    process.start()
    process.join()
    sys.exit(process.exitcode)
