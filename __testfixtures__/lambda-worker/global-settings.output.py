import argparse
import functools
import multiprocessing

options = None
limits = {}


def _worker(options, limits, x):
    return min(x * options.by, limits["top"])


def main(argv):
    global options
    parser = argparse.ArgumentParser()
    parser.add_argument("--by", type=int, default=3)
    options = parser.parse_args(argv)
    limits["top"] = 10
    with multiprocessing.Pool(2) as pool:
        print(pool.map(functools.partial(_worker, options, limits), [1, 2, 4]))


if __name__ == "__main__":
    main([])
