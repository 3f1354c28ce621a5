import os
import shutil
from multiprocessing import Pool

shutil.rmtree("parts", ignore_errors=True)


def read(name):
    return open(os.path.join("parts", name)).read()


if __name__ == "__main__":
    os.mkdir("parts")
    for name in ("a", "b"):
        with open(os.path.join("parts", name), "w") as file:
            file.write(name * 2)
    with Pool(1) as pool:
        print(pool.map(read, ["a", "b"]))
