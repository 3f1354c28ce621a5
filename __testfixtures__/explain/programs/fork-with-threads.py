# only fork
# python -W always
import threading
from multiprocessing import get_context


def work():
    pass


if __name__ == "__main__":
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    process = get_context("fork").Process(target=work)
    process.start()
    process.join()
    done.set()
