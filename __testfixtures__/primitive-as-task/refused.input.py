"""Neither an initializer nor a manager fits, or nobody can tell."""
import functools
import multiprocessing
from multiprocessing import Lock, Pool, SimpleQueue

LOCK = Lock()
RAW = multiprocessing.RawValue("i", 0)
ctx = multiprocessing.get_context("spawn")


def default(number, lock=LOCK):
    return number


@functools.lru_cache()
def decorated(lock):
    return lock


def twice(lock, number):
    lock = lock or LOCK
    return number


def commented(number, lock):
    with lock:
        return number


def starred(*locks):
    return len(locks)


def elsewhere(number, lock):
    with lock:
        return number


def in_dict(options):
    with options["lock"]:
        return 1


def typed(
    number,
    lock,
):
    # type: (int, Lock) -> int
    return number


def spawned(number, lock):
    return number


class Worker:
    def run(self, number, lock):
        return number


def submit(lock=LOCK):
    queue = SimpleQueue()
    with Pool(2) as pool:
        pool.apply(default, (1, LOCK))
        pool.apply(decorated, (LOCK,))
        pool.apply(twice, (LOCK, 1))
        pool.apply(
            commented,
            (
                1,
                LOCK,  # keeps the others out
            ),
        )
        pool.apply(starred, (queue, RAW))
        pool.map(in_dict, [{"lock": LOCK}])
        pool.starmap(typed, [(1, LOCK)])
        pool.apply(Worker().run, (1, LOCK))
        pool.apply(elsewhere, (1, LOCK))
        pool.apply(elsewhere, (1, Lock()))
    with ctx.Pool(2) as pool:
        pool.apply(spawned, (1, LOCK))


def unseen(pool):
    return pool.map(elsewhere, [(1, LOCK)])


if __name__ == "__main__":
    submit()
