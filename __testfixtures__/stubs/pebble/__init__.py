"""Stands for pebble."""

from concurrent.futures import ProcessPoolExecutor


class ProcessPool:
    def __init__(self, max_workers=2, max_tasks=0, initializer=None, initargs=(), context=None):
        self._executor = ProcessPoolExecutor(max_workers, context, initializer, initargs)

    def schedule(self, function, args=(), kwargs={}, timeout=None):
        return self._executor.submit(function, *args, **kwargs)

    def close(self):
        pass

    def join(self):
        self._executor.shutdown()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.join()
