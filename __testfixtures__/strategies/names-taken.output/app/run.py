from multiprocessing import cpu_count  # as many as there are

import app._start_method
from app import __doc__ as about

context = {"depth": 1}


def depth(_):
    return context["depth"]


def main():
    context["depth"] = 2
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with app._start_method.context().Pool(2 if cpu_count() > 0 else 1) as pool:
        print(pool.map(depth, [1, 2]), about)
