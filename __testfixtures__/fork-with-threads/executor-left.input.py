import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def numbers():
    threads = ThreadPoolExecutor(2)
    return list(threads.map(abs, [-1, -2]))


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        found = list(executor.map(abs, [-1, -2]))
    found += numbers()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, found))
