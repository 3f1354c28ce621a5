"""Stands for any package that is not in the standard library."""

CODE = 3

def parse(text):
    return dict(pair.split(" = ") for pair in text.splitlines())

def prepare():
    """Does nothing that anyone could see."""

SIZE = 1

def use_size(size):
    global SIZE
    SIZE = size
