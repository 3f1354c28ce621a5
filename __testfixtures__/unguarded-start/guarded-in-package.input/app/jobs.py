from multiprocessing import Pool


def run():
    with Pool(2) as pool:
        print(pool.map(abs, [-1, -2]))
