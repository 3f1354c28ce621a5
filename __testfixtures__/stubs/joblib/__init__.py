"""Stands for joblib: what it does with more than one worker."""

import multiprocess


def delayed(function):
    return lambda *args, **kwargs: (function, args, kwargs)


def _call(task):
    function, args, kwargs = task
    return function(*args, **kwargs)


class Parallel:
    def __init__(self, n_jobs):
        self.n_jobs = None if n_jobs == -1 else n_jobs

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None

    def __call__(self, tasks):
        with multiprocess.Pool(self.n_jobs) as pool:
            return pool.map(_call, list(tasks))
