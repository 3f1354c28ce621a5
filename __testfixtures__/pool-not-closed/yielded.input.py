import contextlib
from multiprocessing import Pool


@contextlib.contextmanager
def workers(size):
    pool = Pool(size)
    yield pool
    print("done")
