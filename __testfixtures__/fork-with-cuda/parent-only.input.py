import os
import torch
from multiprocessing import Pool


def read(name):
    return os.path.getsize(name)


if __name__ == "__main__":
    with Pool(2) as pool:
        sizes = pool.map(read, [os.curdir])
    print(torch.tensor(sizes).cuda().sum().item())
