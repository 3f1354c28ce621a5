import warnings
from multiprocessing import Pool


def quiet():
    warnings.simplefilter("ignore")


def strict():
    warnings.filterwarnings("error", category=UserWarning)


def work(n):
    warnings.warn("careful")
    return n


if __name__ == "__main__":
    quiet()
    strict()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
