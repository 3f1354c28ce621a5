import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import torch


def score(values):
    return torch.tensor(values, device="cuda").sum().item()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    print("warm up:", score([1.0]))
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(score, [[1.0, 2.0], [3.0]])))
