from main import SQUARES


def total():
    return sum(SQUARES)
