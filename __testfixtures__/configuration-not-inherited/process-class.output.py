import csv
import multiprocessing


class Reader(multiprocessing.Process):
    def run(self):
        csv.field_size_limit(10**6)
        row = next(csv.reader(["x" * 200_000]))
        print(len(row[0]))


def main():
    csv.field_size_limit(10**6)
    reader = Reader()
    reader.start()
    reader.join()
    print(reader.exitcode)


if __name__ == "__main__":
    main()
