import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


def main(context):
    threading.Thread(target=watch, daemon=True).start()
    with context.Pool(2) as pool:
        pool.map(abs, [-1])
    with mp.pool.Pool(2, context=context) as pool:
        pool.map(abs, [-1])
