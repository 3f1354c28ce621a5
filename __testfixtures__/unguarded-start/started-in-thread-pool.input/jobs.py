from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool


def run(numbers):
    with Pool(2) as pool, ThreadPoolExecutor(2) as executor:
        return pool.map(abs, numbers) + list(executor.map(abs, numbers))
