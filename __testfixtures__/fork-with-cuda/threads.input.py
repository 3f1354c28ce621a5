import torch
from multiprocessing.pool import ThreadPool


def work(n):
    return torch.ones(n).cuda().sum().item()


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        print(pool.map(work, [1, 2]))
