import argparse
import multiprocessing

options = None
limits = {}


def main(argv):
    global options
    parser = argparse.ArgumentParser()
    parser.add_argument("--by", type=int, default=3)
    options = parser.parse_args(argv)
    limits["top"] = 10
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: min(x * options.by, limits["top"]), [1, 2, 4]))


if __name__ == "__main__":
    main([])
