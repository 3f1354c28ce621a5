"""The parent takes from these what it sends."""
import csv
from multiprocessing import Pool, Process


def work(line):
    return len(line)


def lines(path):
    with open(path) as file:
        yield from file


def main(path):
    with Pool(2) as pool, open(path) as file:
        print(pool.map(work, file))
        print(list(pool.imap(work, csv.reader(file))))
        print(pool.map(work, (line for line in file)))
        print(list(pool.imap_unordered(work, lines(path), chunksize=2)))
        print(pool.apply(work, (file.read(),)))
        print(pool.apply(work, args=(file.name,)))
        print(pool.starmap(work, zip(file)))
        print(pool.map(work, {"a": 1}.items()))
        pool.apply_async(work, ("a",), callback=lambda length: print(file, length))
    process = Process(target=work, args=(n for n in "a"))
    process.start()
    process.join()


if __name__ == "__main__":
    main(__file__)
