import multiprocessing


class Lake:
    frozen = True


def work(n):
    return n * 2


if __name__ == "__main__":
    if Lake.frozen:
        with multiprocessing.Pool(2) as pool:
            print(pool.map(work, [1, 2]))
