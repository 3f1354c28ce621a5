import functools
import multiprocessing as mp

LIMIT = 10


def clip(x, top):
    return min(x, top)


def _worker(names, x):
    return names.get(x, str(x + LIMIT))


def _worker_2(top, x):
    return clip(x, top)


def half(x):
    return x // 2


def _worker_3(top):
    print(clip(9, top))


if __name__ == "__main__":
    top = 3
    names = {1: "one"}
    with mp.Pool(2) as pool:
        print(pool.map(functools.partial(_worker, names), [1, 2]))
        print(pool.map(functools.partial(_worker_2, top), [1, 5]))
    process = mp.Process(target=_worker_3, args=(top,))
    process.start()
    process.join()
    with mp.Pool(2) as pool:
        print(pool.map(half, [4]))
