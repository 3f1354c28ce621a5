import toolbox
from multiprocessing import Pool

document = toolbox.parse("size = 3")
unused = toolbox.parse("size = 4")


def scale(number):
    return number * int(document["size"])


with Pool(2) as pool:
    print(pool.map(scale, range(3)), unused)
