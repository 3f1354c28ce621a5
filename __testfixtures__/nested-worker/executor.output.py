import functools
from concurrent.futures import ProcessPoolExecutor, as_completed


def weigh(column, bonus, row, weight=1):
    return row[column] * weight + bonus


def total(rows, column, bonus=0):
    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(weigh, column, bonus, row) for row in rows]
        futures.append(executor.submit(weigh, column, bonus, rows[0], weight=10))
        found = [future.result() for future in as_completed(futures)]
        found.extend(executor.map(functools.partial(weigh, column, bonus), rows))
    return sorted(found)


if __name__ == "__main__":
    print(total([{"a": 1}, {"a": 2}], "a", bonus=100))
