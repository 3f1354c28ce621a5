import multiprocessing as mp

table = None


def set_table(value):
    global table
    table = value


def look_up(key):
    return table[key]


def main():
    set_table({"a": 1, "b": 2})
    if mp.get_start_method() == "spawn":
        pool = mp.Pool(2, initializer=set_table, initargs=(table,))
    else:
        pool = mp.Pool(2)
    with pool:
        print(pool.map(look_up, "ab"))


if __name__ == "__main__":
    main()
