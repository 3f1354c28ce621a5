from jobs import settings
from jobs._start_method import context


def step(value):
    return settings.STEP * value


def each(values):
    # Depends on fork: processes are started while the main module is imported (MP101).
    with context().Pool(2) as pool:
        return pool.map(step, values)
