"""An executor waits for its tasks when the program ends."""
import concurrent.futures
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def main():
    executor = ProcessPoolExecutor(2)
    futures = [executor.submit(square, x) for x in range(3)]
    print([future.result() for future in futures])
    concurrent.futures.ProcessPoolExecutor().submit(square, 2)


if __name__ == "__main__":
    main()
