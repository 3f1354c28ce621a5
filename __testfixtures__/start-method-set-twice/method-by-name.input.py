import multiprocessing as mp
import sys

if __name__ == "__main__":
    queue = mp.Queue()
    method = sys.argv[1]
    mp.set_start_method(method)
