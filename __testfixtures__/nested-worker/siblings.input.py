from multiprocessing import Pool


def clean_all(lines, marks, prefix):
    def strip(line):
        return "".join(c for c in line if c not in marks)

    def clean(line):
        return prefix + strip(line)

    with Pool(2) as pool:
        return pool.map(clean, lines)


if __name__ == "__main__":
    print(clean_all(["a.b", "c!"], ".!", "> "))
