import os
from multiprocessing import Pool

PARENT = os.getpid()


def work(parent, text):
    print(text, os.getpid() != parent, flush=True)


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(work, args=(PARENT,), kwds={"text": "in a child:"}, callback=print)
        result.get(timeout=20)
        print(pool.apply(work, args=(PARENT, "and again:")))
