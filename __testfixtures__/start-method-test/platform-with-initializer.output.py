import multiprocessing
import sys

table = None


def set_table(value):
    global table
    table = value


def look_up(key):
    return table[key]


def main():
    set_table({"a": 1, "b": 2})
    if multiprocessing.get_start_method() != "fork":
        pool = multiprocessing.Pool(2, set_table, initargs=(table,))
    else:
        pool = multiprocessing.Pool(2)
    with pool:
        print(pool.map(look_up, "ab"))


if __name__ == "__main__":
    main()
