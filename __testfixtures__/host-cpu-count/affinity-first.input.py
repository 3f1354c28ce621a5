import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

try:
    WORKERS = len(os.sched_getaffinity(0))
except AttributeError:
    WORKERS = os.cpu_count()


def usable():
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def main(xs):
    with Pool(WORKERS) as pool:
        pool.map(abs, xs)
    with Pool(usable()) as pool:
        pool.map(abs, xs)
    with Pool(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) as pool:
        pool.map(abs, xs)
    with ProcessPoolExecutor(getattr(os, "process_cpu_count", os.cpu_count)()) as executor:
        list(executor.map(abs, xs))
    with ProcessPoolExecutor(int(os.environ.get("SLURM_CPUS_PER_TASK", os.cpu_count()))) as executor:
        list(executor.map(abs, xs))


def psutil_first(xs):
    import psutil

    try:
        n = len(psutil.Process().cpu_affinity())
    except AttributeError:
        n = multiprocessing.cpu_count()
    with Pool(n) as pool:
        pool.map(abs, xs)


if __name__ == "__main__":
    main([1, -2])
