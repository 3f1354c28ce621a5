"""Average the harvest of each year, and wait for the workers in the end."""
from multiprocessing import Pool


def average(year):
    return sum(year) / len(year)


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(average, [[2, 5], [1], [4, 8, 6]]))
    pool.join()
    pool.close()
