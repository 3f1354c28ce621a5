from functools import lru_cache
from multiprocessing import get_context

from engine import work


# Two are enough for anybody.
@lru_cache(maxsize=None)
def _get_pool():
    return get_context().Pool(
        2,  # workers
        initializer=work.prepare,
    )


class Engine:
    def run(self, numbers):
        if not numbers:
            return []
        results = [_get_pool().apply_async(work.step, (number,)) for number in numbers]
        return [result.get() for result in results]


def stop():
    _get_pool().close()
    _get_pool().join()
