import functools

from jobs import run

offsets = {}
results = []


def shift(offset, number):
    return number + offset + offsets["all"]


offsets["all"] = 100
step = functools.partial(shift, len("abc"))
if __name__ == "__main__":
    run(step, [1, 2], callback=results.append)
    print(sorted(results))
    offsets["all"] = 0
