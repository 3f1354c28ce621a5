import toolbox
from multiprocessing import Pool

document = toolbox.parse("size = 3")


def scale(number):
    return number * int(document["size"])


if __name__ == "__main__":
    unused = toolbox.parse("size = 4")
    with Pool(2) as pool:
        print(pool.map(scale, range(3)), unused)
