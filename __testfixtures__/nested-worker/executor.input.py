from concurrent.futures import ProcessPoolExecutor, as_completed


def total(rows, column, bonus=0):
    def weigh(row, weight=1):
        return row[column] * weight + bonus

    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(weigh, row) for row in rows]
        futures.append(executor.submit(weigh, rows[0], weight=10))
        found = [future.result() for future in as_completed(futures)]
        found.extend(executor.map(weigh, rows))
    return sorted(found)


if __name__ == "__main__":
    print(total([{"a": 1}, {"a": 2}], "a", bonus=100))
