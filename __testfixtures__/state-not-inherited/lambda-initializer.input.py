import signal
from multiprocessing import Pool

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = 5
    with Pool(2, initializer=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
