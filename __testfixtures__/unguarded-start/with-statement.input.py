#!/usr/bin/env python3
"""Count the words of some lines."""
from multiprocessing import Pool as P

LINES = ["one two", "three", "four five six"]


def count(line):
    return len(line.split())

# The lines are short, so that
# one worker would do as well.
print("counting")
with P(2) as pool:
# a comment in the first column
    total = sum(pool.map(count, LINES))

    print(total)  # the sum
