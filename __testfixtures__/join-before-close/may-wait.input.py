import time
from multiprocessing import Event, Pool
from multiprocessing.pool import ThreadPool


def init(event):
    global stop
    stop = event


def square(x):
    return x * x


def wait(x):
    stop.wait()


def serve(x):
    while True:
        time.sleep(1)


def background(numbers):
    pool = Pool(2)
    pool.apply_async(serve, (1,))
    squares = pool.map_async(square, numbers)
    pool.close()
    print(squares.get())


def in_threads():
    pool = ThreadPool(2)
    pool.apply_async(serve, (1,))
    pool.close()


def waiting():
    pool = Pool(2, init, (Event(),))
    pool.apply_async(wait, (1,))
    pool.close()


if __name__ == "__main__":
    background([1, 2])
    in_threads()
    waiting()
