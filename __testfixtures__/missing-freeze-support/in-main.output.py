import bootloader
import multiprocessing
import sys

ON_DISK = not getattr(sys, 'frozen', False)


def size(name):
    print(name, len(name), flush=True)


def main():
    names = ["a", "bcd"]
    print("names:", len(names))
    for name in names:
        process = multiprocessing.Process(target=size, args=(name,))
        process.start()
        process.join()


if __name__ == '__main__':
    multiprocessing.freeze_support()
    main()
