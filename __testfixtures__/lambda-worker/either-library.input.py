try:
    import multiprocess as mp
except ImportError:
    import multiprocessing as mp


def main(xs):
    with mp.Pool(2) as pool:
        return pool.map(lambda x: x, xs)


if __name__ == "__main__":
    main([1])
