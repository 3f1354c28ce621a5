import uuid
from multiprocessing import Pool

WORKER = uuid.uuid4().hex


def work(n):
    return WORKER, n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(len(pool.map(work, range(3))))
