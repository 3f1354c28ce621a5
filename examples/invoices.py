import os
from multiprocessing import Pool, active_children


def total(items):
    return sum(quantity * price for quantity, price in items)


INVOICES = [[(2, 30), (1, 15)], [(10, 4)], [(1, 99), (3, 7)]]

if __name__ == "__main__":
    # As in a job that was given one CPU: taskset -c 0 python invoices.py
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])

    with Pool(processes=os.cpu_count()) as pool:
        print(len(active_children()), "worker for", pool.map(total, INVOICES))
