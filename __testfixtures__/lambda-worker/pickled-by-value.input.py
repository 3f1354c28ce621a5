import multiprocess
from joblib import Parallel, delayed
from multiprocess import Pool
from pathos.multiprocessing import ProcessingPool, ProcessPool
from pathos.pools import ProcessPool as PathosPool


def main(k):
    with Pool(2) as pool:
        print(pool.map(lambda x: x * k, [1]))
    print(multiprocess.Pool(2).map(lambda x: x * k, [1]))
    print(ProcessPool(2).map(lambda x: x * k, [1]))
    print(ProcessingPool(2).map(lambda x: x * k, [1]))
    print(PathosPool(2).imap(lambda x: x * k, [1]))
    print(Parallel(n_jobs=2)(delayed(lambda x: x * k)(x) for x in [1]))
    process = multiprocess.Process(target=lambda: print(k))
    process.start()
    process.join()


if __name__ == "__main__":
    main(2)
