"""The command calls main() under a guard of its own."""
from . import report


def main(numbers=(1, 2, 3)):
    print(report.lines(numbers))
    return 0
