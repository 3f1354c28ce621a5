import warnings
from multiprocessing import Pool


def work(n):
    try:
        warnings.warn("careful")
    except UserWarning:
        return "stopped"
    return n


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.filterwarnings("error", category=UserWarning)
    with Pool(2) as pool:
        print(pool.map(work, range(3)))
