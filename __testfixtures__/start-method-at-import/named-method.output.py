import multiprocessing as mp
import os
import sys

METHOD = os.environ.get("JOB_START_METHOD", "spawn")


def job():
    print("done", flush=True)


if __name__ == "__main__":
    mp.set_start_method(METHOD)
    process = mp.Process(target=job)
    process.start()
    process.join()
    sys.exit(process.exitcode)
