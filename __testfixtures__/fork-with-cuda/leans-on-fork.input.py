import torch
import multiprocessing as mp

model = None


def work(n):
    return (model * n).sum().item()


if __name__ == "__main__":
    model = torch.ones(2).cuda()
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
