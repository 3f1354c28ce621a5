import os
from multiprocessing import Pool

SCALE = 1


def scaled(value):
    return SCALE * value


def load(scale):
    global SCALE
    SCALE = scale
    if os.environ.get("SURVEY_SERIAL"):
        return [scaled(value) for value in range(4)]
    with Pool(2) as pool:
        return pool.map(scaled, range(4))
