import multiprocessing as mp


def main():
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        pool.map(abs, [1])
    mp.set_start_method("fork")
    with mp.Pool(2) as pool:
        pool.map(abs, [1])
