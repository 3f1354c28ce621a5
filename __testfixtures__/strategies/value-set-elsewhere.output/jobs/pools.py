from jobs import settings
from jobs._start_method import context


def step(value):
    return settings.STEP * value


def each(values):
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with context().Pool(2) as pool:
        return pool.map(step, values)
