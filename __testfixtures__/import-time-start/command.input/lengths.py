"""The command imports this file and calls main(): there is no program but the command's own."""
from multiprocessing import Pool

with Pool(2) as pool:
    LENGTHS = pool.map(len, ["one", "three"])


def main():
    print(LENGTHS)
