import argparse
from multiprocessing import Pool


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=3)
    return parser.parse_args()


def work(number):
    return number * args.scale


if __name__ == '__main__':
    args = parse_args()
    pool = Pool(2)
    print(pool.map(work, range(4)))
    pool.close()
    pool.join()
