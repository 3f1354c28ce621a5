# only spawn
import os
import signal
from multiprocessing import get_context


def work(x):
    return x


if __name__ == "__main__":
    pool = get_context("spawn").Pool(1)
    print(pool.map(work, [1]))
    for child in pool._pool:
        child.terminate()
        child.join()
    os.kill(os.getpid(), signal.SIGKILL)
