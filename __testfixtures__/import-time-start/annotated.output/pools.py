import multiprocessing.pool
from functools import lru_cache


@lru_cache(maxsize=None)
def _get_pool() -> multiprocessing.pool.Pool:
    return multiprocessing.pool.Pool(2)


def lengths(words):
    return _get_pool().map(len, words)
