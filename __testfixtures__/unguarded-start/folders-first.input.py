import glob
import os
import shutil
from multiprocessing import Pool

SOURCE = "notes"
TARGET = os.path.join("out", "upper")

if os.path.exists(SOURCE):
    shutil.rmtree(SOURCE)
os.mkdir(SOURCE)
if not os.path.isdir(TARGET):
    os.makedirs(TARGET)
for name in "ab":
    with open(os.path.join(SOURCE, name + ".txt"), "w") as file:
        file.write(name)

names = sorted(glob.glob(os.path.join(SOURCE, "*.txt")))


def convert(name):
    with open(name) as source, open(os.path.join(TARGET, os.path.basename(name)), "w") as target:
        target.write(source.read().upper())
    return os.path.basename(name)


with Pool(2) as pool:
    print(pool.map(convert, names))
    print(sorted(os.listdir(TARGET)))
