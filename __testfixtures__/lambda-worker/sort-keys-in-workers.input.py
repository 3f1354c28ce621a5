import multiprocessing
from operator import itemgetter


def ranked(rows):
    return sorted(rows, key=lambda row: (lambda pair: pair[1])(row))


def main(tables):
    by_name = lambda row: row[0]
    with multiprocessing.Pool(2) as pool:
        done = pool.map(ranked, tables)
        done.sort(key=by_name)
        for table in pool.imap_unordered(ranked, filter(lambda t: t, tables)):
            print(min(table, key=by_name))
        return pool.map(itemgetter(0), map(by_name, done))


if __name__ == "__main__":
    print(main([[("b", 1), ("a", 2)]]))
