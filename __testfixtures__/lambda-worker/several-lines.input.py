import multiprocessing


class Table:
    class Reader:
        def rows(self, columns, default):
            with multiprocessing.Pool(2) as pool:
                return pool.map(
                    lambda row: {
                        # Missing columns get the default.
                        name: row.get(name, default)
                        for name in columns
                    },
                    [{"a": 1}, {"b": 2}],
                )

        def sums(self, rows):
            with multiprocessing.Pool(2) as pool:
                return pool.map(lambda row: row.get("a", 0)
                                + row.get("b", 0),  # both
                                rows)

        def texts(self, rows):
            with multiprocessing.Pool(2) as pool:
                return pool.map(lambda row: """<
                  row>""" + \
                    str(row), rows)


if __name__ == "__main__":
    reader = Table.Reader()
    rows = reader.rows(["a", "b"], 0)
    print(rows)
    print(reader.sums(rows))
    print(reader.texts([1]))
