import multiprocessing as mp


def work(x):
    return x


if __name__ == "__main__":
    results = []
    with mp.Pool(2) as pool:
        job = pool.apply_async(work, (1,), callback=lambda r: results.append(r))
        job.wait()
        pool.map_async(work, [1, 2], 1, lambda r: results.extend(r), lambda e: print(e)).wait()
        pool.starmap_async(work, [(3,)], callback=lambda r: None, error_callback=lambda e: print(e)).wait()
    print(results)
