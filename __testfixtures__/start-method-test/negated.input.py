from multiprocessing import Pool, get_start_method

table = None


def set_table(value):
    global table
    table = value


def look_up(key):
    return table[key]


def main():
    set_table({'a': 1, 'b': 2})
    if 'spawn' != get_start_method():
        pool = Pool(2)
    else:
        pool = Pool(2, initializer=set_table, initargs=[table])
    with pool:
        print(pool.map(look_up, 'ab'))


if __name__ == '__main__':
    main()
