from multiprocessing import Pool

with Pool(2) as pool:
    results = pool.map(abs, [-1, -2])
