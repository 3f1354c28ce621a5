import torch
import multiprocessing as mp

device = torch.device("cuda")


def work(n):
    return torch.tensor([n]).to(device).sum().item()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
