import os
import uuid
from multiprocessing import Pool

RUN = uuid.uuid4().hex


def write(n):
    with open(f"{RUN}-{n}.txt", "w") as file:
        file.write(str(n))


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(write, range(3))
    print([name for name in os.listdir(".") if name.startswith(RUN)])
