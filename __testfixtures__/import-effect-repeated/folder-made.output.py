import os
from multiprocessing import Pool


def write(n):
    with open(os.path.join("results", str(n)), "w") as file:
        file.write("x")


if __name__ == "__main__":
    os.mkdir("results")
    with Pool(2) as pool:
        pool.map(write, range(3))
    print(sorted(os.listdir("results")))
