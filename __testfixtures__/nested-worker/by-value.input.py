import joblib
import multiprocess
import pathos
from pathos.multiprocessing import ProcessingPool


def main(factor):
    def work(x):
        return x * factor

    print(joblib.Parallel(n_jobs=2)(joblib.delayed(work)(x) for x in range(3)))
    with multiprocess.Pool(2) as pool:
        print(pool.map(work, range(3)))
    print(ProcessingPool(2).map(work, range(3)))
    print(pathos.pools.ProcessPool(2).map(work, range(3)))


if __name__ == "__main__":
    main(2)
