import torch
from concurrent.futures import ProcessPoolExecutor
import multiprocessing as mp

device = torch.device("cuda")


def work(n):
    return torch.tensor([n]).to(device).sum().item()


if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=mp.get_context("forkserver")) as executor:
        print(list(executor.map(work, [1, 2])))
