from multiprocessing import Pool


def work(x):
    return x


if __name__ == "__main__":
    pool = Pool(1)
    print(pool.map(work, [1]))
    try:
        pool.join()
    finally:
        pool.terminate()
