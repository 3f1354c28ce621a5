import sqlite3
from concurrent.futures import ProcessPoolExecutor


def count(connection):
    return connection.execute("select 1").fetchone()


if __name__ == "__main__":
    connection = sqlite3.connect(":memory:")
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(count, connection).result())
