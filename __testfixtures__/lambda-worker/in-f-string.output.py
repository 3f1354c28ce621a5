import multiprocessing


def _worker(x):
    return x * 2


def _worker_2(x):
    return x * 2


def main(xs):
    with multiprocessing.Pool(2) as pool:
        print(f"{pool.map(_worker, xs)}")
        print(f"{pool.map(_worker_2, xs)}")


if __name__ == "__main__":
    main([1])
