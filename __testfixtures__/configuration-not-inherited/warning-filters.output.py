import warnings
from multiprocessing import Pool


def work(n):
    try:
        warnings.warn("careful")
    except UserWarning:
        return "stopped"
    return n


def _init_worker():
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.filterwarnings("error", category=UserWarning)


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.filterwarnings("error", category=UserWarning)
    with Pool(2, initializer=_init_worker) as pool:
        print(pool.map(work, range(3)))
