import bootloader
import multiprocessing
import sys

ON_DISK = not getattr(sys, 'frozen', False)


def size(name):
    return len(name)


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(size, ["a", "bcd"]))


if __name__ == '__main__': main()
