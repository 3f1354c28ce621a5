import torch
import torch.multiprocessing as mp


def work(n):
    return torch.ones(n).cuda().sum().item()


def work_all(numbers):
    torch.cuda.init()
    with mp.Pool(2) as pool:
        return pool.map(work, numbers)
