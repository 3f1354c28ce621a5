import os
import shutil
from multiprocessing import Pool


def read(name):
    return open(os.path.join("parts", name)).read()


if __name__ == "__main__":
    shutil.rmtree("parts", ignore_errors=True)
    os.mkdir("parts")
    for name in ("a", "b"):
        with open(os.path.join("parts", name), "w") as file:
            file.write(name * 2)
    with Pool(1) as pool:
        print(pool.map(read, ["a", "b"]))
