import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

BUNDLED = getattr(sys, "frozen", False)

if __name__ == "__main__":
    with ThreadPool(2) as pool, ThreadPoolExecutor() as executor:
        print(pool.map(len, ["a"]), list(executor.map(len, ["b"])))
