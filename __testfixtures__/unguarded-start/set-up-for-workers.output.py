from multiprocessing import Pool

import toolbox

toolbox.use_size(5)
toolbox.prepare()


def size(factor):
    return toolbox.SIZE * factor


if __name__ == "__main__":
    print("ready")
    with Pool(2) as pool:
        print(pool.map(size, range(3)))
