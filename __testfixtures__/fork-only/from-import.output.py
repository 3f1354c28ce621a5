from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, get_all_start_methods


def cube(n):
    return n ** 3


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork" if "fork" in get_all_start_methods() else None)) as executor:
        print(list(executor.map(cube, range(4))))
