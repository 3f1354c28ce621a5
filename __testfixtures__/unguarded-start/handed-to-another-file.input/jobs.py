from multiprocessing import Pool


def run(function, numbers, callback):
    with Pool(2) as pool:
        for number in numbers:
            pool.apply_async(function, (number,), callback=callback)
        pool.close()
        pool.join()
