import multiprocessing as mp
import sys


def job():
    print(mp.get_start_method(), flush=True)


if __name__ == "__main__":
    try:
        mp.set_start_method("forkserver")
    except ValueError:
        pass  # Windows has none
    process = mp.Process(target=job)
    process.start()
    process.join()
    sys.exit(process.exitcode)
