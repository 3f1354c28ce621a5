import sys
from multiprocessing import Pool, get_start_method, set_start_method


def double(n):
    return 2 * n


def main():
    method = get_start_method(False)
    if sys.argv and "spawn" != method:
        set_start_method("spawn")
    with Pool(2) as pool:
        print(pool.map(double, [1, 2]))


if __name__ == "__main__":
    main()
