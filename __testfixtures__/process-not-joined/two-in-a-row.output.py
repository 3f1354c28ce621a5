import multiprocessing as mp
import time


def fill(cells, first):
    time.sleep(0.5)
    for i in range(first, first + 2):
        cells[i] = i * i


def main():
    cells = mp.Array("i", 4)
    low = mp.Process(target=fill, args=(cells, 0))
    high = mp.Process(target=fill, kwargs={"first": 2, "cells": cells})
    low.start()
    high.start()  # both at once
    low.join()
    high.join()

    print("cells:", cells[:])


if __name__ == "__main__":
    main()
