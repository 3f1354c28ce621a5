import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


def work():
    threading.Thread(target=watch, daemon=True).start()
    print("working")


if __name__ == "__main__":
    process = mp.Process(target=work)
    process.start()
    process.join()
