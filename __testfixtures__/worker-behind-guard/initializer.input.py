import signal
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    print("squares")

    def ignore_interrupts():
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    # As many as there are hands.
    with Pool(2, initializer=ignore_interrupts) as pool:
        print(pool.map(square, range(4)))
