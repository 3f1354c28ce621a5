import functools
import multiprocessing


def _rows_worker(default, columns, row):
    return {
        # Missing columns get the default.
        name: row.get(name, default)
        for name in columns
    }


def _sums_worker(row):
    return (row.get("a", 0)
            + row.get("b", 0))


def _texts_worker(row):
    return """<
                  row>""" + \
        str(row)


class Table:
    class Reader:
        def rows(self, columns, default):
            with multiprocessing.Pool(2) as pool:
                return pool.map(
                    functools.partial(_rows_worker, default, columns),
                    [{"a": 1}, {"b": 2}],
                )

        def sums(self, rows):
            with multiprocessing.Pool(2) as pool:
                return pool.map(_sums_worker,  # both
                                rows)

        def texts(self, rows):
            with multiprocessing.Pool(2) as pool:
                return pool.map(_texts_worker, rows)


if __name__ == "__main__":
    reader = Table.Reader()
    rows = reader.rows(["a", "b"], 0)
    print(rows)
    print(reader.sums(rows))
    print(reader.texts([1]))
