import os
from multiprocessing import Pool

os.makedirs("notes", exist_ok=True)
os.chdir("notes")
here = os.path.abspath(".")


def square(number):
    return number * number


with Pool(2) as pool:
    print(pool.map(square, range(3)), os.path.basename(here))
