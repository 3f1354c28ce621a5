import signal
from multiprocessing import Pool


def square(x):
    return x * x


def squares(numbers):
    pool = Pool(2)
    signal.signal(signal.SIGTERM, lambda *args: pool.terminate())
    return pool.map(square, numbers)
