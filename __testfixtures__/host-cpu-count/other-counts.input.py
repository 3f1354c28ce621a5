import multiprocessing as mp
import os
import psutil
from joblib import cpu_count


class Cluster:
    def cpu_count(self):
        return 3


def main(cluster, xs):
    with mp.Pool(cpu_count()) as pool:
        pool.map(abs, xs)
    with mp.Pool(psutil.cpu_count(logical=False)) as pool:
        pool.map(abs, xs)
    with mp.Pool(cluster.cpu_count()) as pool:
        pool.map(abs, xs)
    with mp.Pool(Cluster().cpu_count()) as pool:
        pool.map(abs, xs)
    with mp.Pool(os.get_terminal_size().columns) as pool:
        pool.map(abs, xs)


if __name__ == "__main__":
    main(Cluster(), [1, -2])
