"""The second start's workers read what the first start fills."""
from jobs import fill, run

table = {}
count = fill(table, [1, 2])


def look_up(number):
    return table[number]


print(count, run(look_up, [1, 2]))
