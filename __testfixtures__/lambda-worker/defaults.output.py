import functools
import multiprocessing


def _worker(x, n=2):
    return x * n


def _worker_2(x, step):
    return x + step


def _worker_3(x, by, *, sign=-1):
    return sign * x * by


def main(step):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(_worker, [1, 2]))
        print(pool.map(functools.partial(_worker_2, step=step), [1, 2]))
        for by in (2, 3):
            print(pool.map(functools.partial(_worker_3, by=by), [1, 2]))


if __name__ == "__main__":
    main(5)
