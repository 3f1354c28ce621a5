import multiprocessing as mp
import os
import sys

METHOD = os.environ.get("JOB_START_METHOD", "spawn")
mp.set_start_method(METHOD)


def job():
    print("done", flush=True)


if __name__ == "__main__":
    process = mp.Process(target=job)
    process.start()
    process.join()
    sys.exit(process.exitcode)
