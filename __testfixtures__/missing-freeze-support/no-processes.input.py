import multiprocessing
import sys

BUNDLED = getattr(sys, "frozen", False)

if __name__ == "__main__":
    print(multiprocessing.cpu_count() > 0, BUNDLED)
