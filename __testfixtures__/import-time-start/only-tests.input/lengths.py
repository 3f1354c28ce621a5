"""Tests alone import this file: it is taken for a program that they look into (MP101)."""
from multiprocessing import Pool

with Pool(2) as pool:
    LENGTHS = pool.map(len, ["one", "three"])
