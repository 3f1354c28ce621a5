import multiprocessing
import os
import sys


def clear(count):
    if os.name == "nt":
        os.system("cls")
    else:
        os.system("clear")
    if sys.version_info >= (3, 8) and count:
        initargs = (count,)
    else:
        initargs = ()
    with multiprocessing.Pool(2, print, initargs) as pool:
        pool.map(abs, [1])
