from multiprocessing import Pool


def fill(table, numbers):
    with Pool(2) as pool:
        table.update(zip(numbers, pool.map(abs, numbers)))
    return len(table)


def run(function, numbers):
    with Pool(2) as pool:
        return pool.map(function, numbers)
