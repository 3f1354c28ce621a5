import logging
import multiprocessing
import subprocess
import tempfile
import threading


class Account:
    def __init__(self):
        self.lock = threading.RLock()


def main(xs, pool: multiprocessing.Pool):
    account = Account()
    child = subprocess.Popen(["true"])
    held = [threading.Lock()]
    log = logging.getLogger("main")
    executor = multiprocessing.Pool(2)
    with tempfile.NamedTemporaryFile() as file:
        executor.map(lambda x: (account, x), xs)
        executor.map(lambda x: child.wait(x), xs)
        executor.map(lambda x: held[0].acquire(), xs)
        executor.map(lambda x: file.write(x), xs)
        executor.map(lambda x: (pool, x), xs)
    return log


if __name__ == "__main__":
    multiprocessing.freeze_support()
