# python -W always
from multiprocessing import Pool

pools = []


def squares(numbers):
    pools.append(Pool(1))
    return pools[-1].map(abs, numbers)


if __name__ == "__main__":
    print(squares([1]))
    pools.clear()
