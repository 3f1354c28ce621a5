import atexit
import multiprocessing

pool = None
other = None
third = None


def square(x):
    return x * x


def start():
    global pool, other, third
    pool = multiprocessing.Pool(2)
    other = multiprocessing.Pool(2)
    atexit.register(other.terminate)
    third = multiprocessing.Pool(2)
    atexit.register(lambda: third.terminate())


def stop():
    pool.close()
    pool.join()


if __name__ == "__main__":
    start()
    print(pool.map(square, [1]), other.map(square, [2]), third.map(square, [3]))
    stop()
