#!/usr/bin/env python3
import multiprocessing as mp


def area(size):
    width, height = size
    return width * height


if __name__ == "__main__":
    sizes = [(1, 2), (3, 4), (5, 6)]

    # Two are enough for three rooms.
    with mp.Pool(processes=2) as pool:
        areas = pool.map(area, sizes)  # in the order of the sizes

    # What the report shows.
    total = sum(areas)
    print("""rooms:
  %s
total: %d""" % (areas, total))
    print(mp.active_children() == [])
