import platform
import sys
from multiprocessing import Process, get_start_method


def run(work, n):
    if get_start_method() != 'fork':
        work(n)
    else:
        process = Process(target=work, args=(n,))
        process.start()
        process.join()


def main():
    offset = 10

    def show(n):
        print(n + offset, flush=True)

    run(show, 1)


if __name__ == '__main__':
    main()
