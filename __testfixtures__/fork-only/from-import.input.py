from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def cube(n):
    return n ** 3


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as executor:
        print(list(executor.map(cube, range(4))))
