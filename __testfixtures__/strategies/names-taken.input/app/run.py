from multiprocessing import Pool, cpu_count  # as many as there are

from app import __doc__ as about

context = {"depth": 1}


def depth(_):
    return context["depth"]


def main():
    context["depth"] = 2
    with Pool(2 if cpu_count() > 0 else 1) as pool:
        print(pool.map(depth, [1, 2]), about)
