from concurrent.futures import ProcessPoolExecutor

import polars as pl


def total(numbers):
    return sum(numbers)


if __name__ == "__main__":
    frame = pl.read_csv("numbers.csv")
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(total, frame.rows())))
