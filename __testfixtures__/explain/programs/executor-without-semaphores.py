# The only step of a record that AWS Lambda takes by itself: it has no /dev/shm.
import _multiprocessing

del _multiprocessing.SemLock
from concurrent.futures import ProcessPoolExecutor


def handler(event, context):
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(abs, event))


if __name__ == "__main__":
    print(handler([-1], None))
