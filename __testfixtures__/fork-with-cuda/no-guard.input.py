import torch
import torch.multiprocessing as mp

model = torch.ones(2).cuda()


def work(n):
    return (model * n).sum().item()


with mp.Pool(2) as pool:
    print(pool.map(work, [1, 2]))
