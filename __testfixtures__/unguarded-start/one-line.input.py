import multiprocessing as mp; from functools import partial

def power(exponent, base):
    return base ** exponent

squares = partial(power, 2); pool = mp.Pool(2); print(pool.map(squares, [1, 2, 3])); pool.close(); pool.join()
