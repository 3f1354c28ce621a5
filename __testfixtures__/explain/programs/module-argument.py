import json
from multiprocessing import Pool


def work(library):
    return library.dumps(1)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [json]))
