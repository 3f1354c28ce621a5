import multiprocessing as mp
import sys


def main(quick):
    if quick:
        queue = mp.Queue()
    else:
        mp.set_start_method("spawn")
        queue = mp.Queue()
    if sys.platform == "darwin":
        mp.set_start_method("forkserver")
    elif quick:
        mp.set_start_method("spawn")
    return queue
