import sys
import time
from multiprocessing import Event, Pool


def init(event):
    global stop
    stop = event


def wait(x):
    stop.wait()


def serve(x):
    while True:
        time.sleep(1)


def waiting():
    pool = Pool(2, init, (Event(),))
    pool.apply_async(wait, (1,))


def serving():
    pool = Pool(2)
    pool.apply_async(serve, (1,))


def in_every_case(command):
    pool = Pool(2)
    pool.map(print, command)
    match command:
        case ["end"]:
            pool.close()
        case _:
            pool.terminate()
    pool.join()


if __name__ == "__main__":
    in_every_case(sys.argv[1:])
    serving()
    waiting()
