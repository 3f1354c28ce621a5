import multiprocessing

table = {}


def look_up(key):
    return table[key]


if __name__ == "__main__":
    table = {"a": 1}
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(look_up, "aa"))
