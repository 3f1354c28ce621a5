"""Stands in for NumPy: says when it reads a file."""


def load(path):
    print("reading", path)
    return [1, 2, 3]
