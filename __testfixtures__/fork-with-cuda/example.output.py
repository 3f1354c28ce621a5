import multiprocessing as mp

import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def embed(number):
    return torch.tensor([number, 1.0]).to(device).sum().item()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(embed, range(3)))
