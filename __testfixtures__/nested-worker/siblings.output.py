import functools
from multiprocessing import Pool


def strip(marks, line):
    return "".join(c for c in line if c not in marks)


def clean(prefix, marks, line):
    return prefix + strip(marks, line)


def clean_all(lines, marks, prefix):
    with Pool(2) as pool:
        return pool.map(functools.partial(clean, prefix, marks), lines)


if __name__ == "__main__":
    print(clean_all(["a.b", "c!"], ".!", "> "))
