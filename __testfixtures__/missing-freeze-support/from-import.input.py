#!/usr/bin/env python
"""Thumbnails, as one executable."""
import bootloader
import sys
from multiprocessing import Pool, cpu_count


def resource_path(name):
    try:
        return sys._MEIPASS + "/" + name
    except AttributeError:
        return name


def thumbnail(size):
    return "%s@%d" % (resource_path("icon.png"), size)


def main():
    with Pool(min(2, cpu_count())) as pool:
        print(" ".join(pool.map(thumbnail, [16, 32])))


if __name__ == '__main__':
    main()
