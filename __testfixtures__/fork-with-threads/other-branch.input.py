import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


def main(in_threads):
    if in_threads:
        threading.Thread(target=watch, daemon=True).start()
    else:
        process = mp.Process(target=watch, daemon=True)
        process.start()
