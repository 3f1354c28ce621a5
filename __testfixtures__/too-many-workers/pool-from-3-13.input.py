from multiprocessing import Pool


def main(xs):
    with Pool(128) as pool:
        return pool.map(abs, xs)
