import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

factor = 1
shift = 0


def scaled(n):
    return n * factor


def shifted(n):
    return n + shift


def run(pool, numbers):
    return pool.map(scaled, numbers)


class Job:
    def go(self, numbers, pool=None):
        return run(pool, numbers)


async def later(executor):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(executor, shifted, 1)


def _init_worker(factor_):
    global factor
    factor = factor_


def _init_worker_2(shift_):
    global shift
    shift = shift_


def main():
    global factor, shift
    factor = 3
    shift = 4
    with Pool(2, initializer=_init_worker, initargs=(factor,)) as pool:
        print(Job().go([1, 2], pool))
    with ProcessPoolExecutor(2, initializer=_init_worker_2, initargs=(shift,)) as executor:
        print(asyncio.run(later(executor)))


if __name__ == "__main__":
    main()
