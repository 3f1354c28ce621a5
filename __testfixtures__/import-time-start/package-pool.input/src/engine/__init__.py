from multiprocessing import get_context

from engine import work

# Two are enough for anybody.
_pool = get_context().Pool(
    2,  # workers
    initializer=work.prepare,
)


class Engine:
    def run(self, numbers):
        if not numbers:
            return []
        results = [_pool.apply_async(work.step, (number,)) for number in numbers]
        return [result.get() for result in results]


def stop():
    _pool.close()
    _pool.join()
