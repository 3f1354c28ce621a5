from multiprocessing import Pool

NAMES = ["n", "square"]

with open("table.csv", "w") as table:
    table.write(",".join(NAMES) + "\n")


def square(n):
    return n, n * n


if __name__ == "__main__":
    for _ in range(2):
        with Pool(1) as pool, open("table.csv", "a") as table:
            for row in pool.imap(square, range(2)):
                table.write(",".join(map(str, row)) + "\n")
    print(open("table.csv").read().split())
