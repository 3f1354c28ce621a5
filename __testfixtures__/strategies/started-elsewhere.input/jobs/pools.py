import multiprocessing

from jobs import settings


def step(value):
    return settings.STEP * value


def each(values):
    with multiprocessing.Pool(2) as pool:
        return pool.map(step, values)
