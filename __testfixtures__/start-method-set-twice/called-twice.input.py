import multiprocessing as mp


def run(n):
    mp.set_start_method("spawn")
    with mp.Pool(n) as pool:
        return pool.map(abs, [1])


def main():
    run(1)
    run(2)
