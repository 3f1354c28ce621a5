import os
import tempfile
from multiprocessing import Pool


def length(name):
    with open(name) as file:
        return len(file.read())


if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    os.mkdir("notes")
    os.chdir("notes")
    with open("first.txt", "w") as file:
        file.write("hello")
    with Pool(2) as pool:
        print(pool.map(length, ["first.txt"] * 2))
