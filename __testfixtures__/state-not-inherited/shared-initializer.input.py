import signal
from multiprocessing import Pool

SCALE = 1


def work(number):
    return number * SCALE, signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def main():
    global SCALE
    SCALE = 10
    with Pool(2, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
