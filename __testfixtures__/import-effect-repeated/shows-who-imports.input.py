import multiprocessing
import os

print("imported as", __name__)
print(f"process {os.getpid()}")
print(multiprocessing.current_process().name)


def square(n):
    return n * n


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(4)))
