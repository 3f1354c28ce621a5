import multiprocessing

import torch.multiprocessing as mp


def double(n):
    return 2 * n


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(double, [1, 2]))
