import os
import pathlib
from multiprocessing import Pool

if not os.path.exists("results"):
    os.mkdir("results")
os.path.isdir("logs") or os.mkdir("logs")
os.makedirs("parts", exist_ok=True)
pathlib.Path("tables").mkdir(exist_ok=True)
try:
    os.mkdir("figures")
except FileExistsError:
    pass


def prepare():
    if os.path.exists("old"):
        return
    os.mkdir("old")


prepare()


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
