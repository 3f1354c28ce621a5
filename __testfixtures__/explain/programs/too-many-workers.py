# only spawn
# The only step of a record that Windows takes by itself: it waits for 63 handles at most.
import multiprocessing.synchronize
import sys
from concurrent.futures.process import ProcessPoolExecutor

if __name__ == "__main__":
    try:
        sys.platform = "win32"
        ProcessPoolExecutor(max_workers=64)
    finally:
        sys.platform = "linux"
