import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def prepare():
    os.makedirs("results/parts")
    Path("logs").mkdir()


prepare()


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(3))), os.listdir("results"))


if __name__ == "__main__":
    main()
