import multiprocessing

table = None


def set_table(value):
    global table
    table = value


def look_up(key):
    return table[key]


def main():
    with multiprocessing.Pool(
        processes=2,  # small
        initializer=set_table,
        initargs=({"a": 1, "b": 2},),
    ) as pool:
        values = pool.map(
            look_up,
            ["a",
             "b"],
        ); pool = None
    print(values)


if __name__ == "__main__":
    main()
