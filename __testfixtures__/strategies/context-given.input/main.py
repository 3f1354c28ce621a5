import multiprocessing
import sys

base = 0


def tell(x):
    return base + x


if __name__ == "__main__":
    base = 5
    ctx = multiprocessing.get_context(sys.argv[1])
    with ctx.Pool(2) as pool:
        print(pool.map(tell, [1, 2]))
