import torch
import multiprocessing as mp


def work(n):
    return torch.ones(n).sum().item()


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
