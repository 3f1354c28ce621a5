import bootloader  # stands in for PyInstaller
import multiprocessing
import os
import sys

if getattr(sys, "frozen", False):
    BASE = getattr(sys, "_MEIPASS", os.path.dirname(sys.executable))
else:
    BASE = os.path.dirname(os.path.abspath(__file__))


def convert(page):
    return "%s: page %d" % (os.path.basename(os.path.join(BASE, "book.txt")), page)


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        for line in pool.map(convert, range(3)):
            print(line)
