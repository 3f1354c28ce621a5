import os
from multiprocessing import Pool

os.mkdir("results")


def write(n):
    with open(os.path.join("results", str(n)), "w") as file:
        file.write("x")


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(write, range(3))
    print(sorted(os.listdir("results")))
