import signal
import time
from multiprocessing import Process


def stop(number, frame):
    raise TimeoutError


def work():
    """Waits for something that never comes."""
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        time.sleep(5)
    except TimeoutError:
        print("timed out")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, stop)
    process = Process(target=work)
    process.start()
    process.join()
    print(process.exitcode)
