import torch
import multiprocessing as mp

device = torch.device("cuda")


def work(n):
    return torch.tensor([n]).to(device).sum().item()


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
