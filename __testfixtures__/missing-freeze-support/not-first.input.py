import bootloader
import argparse
import multiprocessing as mp
import sys
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n + 1


def main(count):
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(work, range(count))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2)
    args = parser.parse_args()
    # needed by the Windows build
    mp.freeze_support()  # see the docs
    print("frozen" if getattr(sys, "frozen", False) else "from source")
    main(args.count)
