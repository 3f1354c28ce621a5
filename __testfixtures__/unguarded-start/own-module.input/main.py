import __main__
from jobs import run

__main__.offset = 10


def shift(number):
    return number + offset


print(run(shift, [1]))
