import torch
import multiprocessing as mp


def work(n):
    return torch.ones(n).cuda().sum().item()


if __name__ == "__main__":
    mp.set_start_method("fork")
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
