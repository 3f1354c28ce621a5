"""What some versions pickle and others do not."""
import argparse
import itertools
from multiprocessing import Pool


def main():
    parser = argparse.ArgumentParser()
    with Pool(2) as pool:
        pool.apply(print, (parser,))
        pool.apply(print, (itertools.count(),))
        pool.map(print, itertools.chain([1], [2]))
        pool.apply(print, (parser.parse_args(),))


if __name__ == "__main__":
    main()
