import multiprocessing as mp
import sys

try:
    mp.set_start_method("forkserver")
except ValueError:
    pass  # Windows has none


def job():
    print(mp.get_start_method(), flush=True)


if __name__ == "__main__":
    process = mp.Process(target=job)
    process.start()
    process.join()
    sys.exit(process.exitcode)
