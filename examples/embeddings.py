"""Multiply two large matrices in every worker. Needs PyTorch and a GPU."""
import torch
import torch.multiprocessing as mp


def multiply(seed):
    torch.manual_seed(seed)
    a = torch.rand(1000, 1000, device="cuda")
    return float((a @ a).sum())


if __name__ == "__main__":
    print("GPUs:", torch.cuda.device_count())
    torch.cuda.init()
    with mp.Pool(2) as pool:
        print(pool.map(multiply, range(4)))
