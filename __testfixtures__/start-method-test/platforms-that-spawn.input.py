import platform
import sys
from multiprocessing import Process


def run(work, n):
    if platform.system() in ('Windows', 'Darwin') and sys.version_info >= (3, 8):
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
