import argparse
import sys
from functools import partial
from multiprocessing import Pool


def work(args, number):
    return number * args.scale


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=3)
    args = parser.parse_args(argv)
    with Pool(2) as pool:
        print(pool.map(partial(work, args), [1, 2]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
