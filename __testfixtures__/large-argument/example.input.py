import time
from functools import partial
from multiprocessing import Pool


def byte_at(data, index):
    return data[index]


def set_up(data):
    global shared
    shared = data


def shared_byte_at(index):
    return shared[index]


def main():
    data = bytes(20_000_000)
    with Pool(2, initializer=set_up, initargs=(data,)) as pool:
        list(pool.imap(shared_byte_at, range(20)))
        start = time.perf_counter()
        list(pool.imap(shared_byte_at, range(20)))
        middle = time.perf_counter()
        list(pool.imap(partial(byte_at, data), range(20)))
        end = time.perf_counter()
    print("more than twice as long:", end - middle > 2 * (middle - start))


if __name__ == "__main__":
    main()
