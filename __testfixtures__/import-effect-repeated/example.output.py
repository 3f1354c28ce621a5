from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    # Everything that was found.
    report = open("report.txt", "w")
    report.write("squares:")
    report.flush()
    with Pool(1) as pool:
        for value in pool.imap(square, range(4)):
            report.write(f" {value}")
    report.close()
    print(open("report.txt").read())
