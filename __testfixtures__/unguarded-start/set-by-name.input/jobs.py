from multiprocessing import Pool

import settings


def call(job):
    function, number = job
    return function(number) + settings.offset


def run(function, numbers):
    with Pool(2) as pool:
        return pool.map(call, [(function, number) for number in numbers])
