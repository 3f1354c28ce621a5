import multiprocessing

from jobs import settings


def step(value):
    return settings.STEP * value


def is_process(thing):
    return isinstance(thing, multiprocessing.Process)


def each(values):
    for value in values:
        process = multiprocessing.Process(target=step, args=(value,))
        process.start()
