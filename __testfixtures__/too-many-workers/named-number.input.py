"""Makes an executor with a fixed number of workers."""
import platform_of_tests
from concurrent import futures

THREADS = PROCESSES = 1_00


def main():
    with futures.ThreadPoolExecutor(THREADS), futures.ProcessPoolExecutor(
        (PROCESSES),  # as many as there are files
    ) as executor:
        print(executor._max_workers, 'workers')


if __name__ == '__main__':
    main()
