import os

from ._start_method import context

SCALE = 1


def scaled(value):
    return SCALE * value


def load(scale):
    global SCALE
    SCALE = scale
    if os.environ.get("SURVEY_SERIAL"):
        return [scaled(value) for value in range(4)]
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with context().Pool(2) as pool:
        return pool.map(scaled, range(4))
