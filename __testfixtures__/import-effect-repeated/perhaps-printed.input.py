import sys
from multiprocessing import Pool

if len(sys.argv) > 1:
    print("arguments are ignored")
if sys.version_info < (3, 6):
    print("too old")
    sys.exit(1)
try:
    import numpy
except ImportError:
    print("no numpy")
print("verbose") if "-v" in sys.argv else None


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
