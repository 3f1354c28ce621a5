import multiprocessing


def main(step):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x, n=2: x * n, [1, 2]))
        print(pool.map(lambda x, step=step: x + step, [1, 2]))
        for by in (2, 3):
            print(pool.map(lambda x, by=by, *, sign=-1: sign * x * by, [1, 2]))


if __name__ == "__main__":
    main(5)
