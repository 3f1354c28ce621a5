import time
import math

# seconds
PAUSE = 0.01


def nap():
    time.sleep(PAUSE)


def root(n):
    """The root of a number, after a nap."""
    nap()
    return math.sqrt(n)
