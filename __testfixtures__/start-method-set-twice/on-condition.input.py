import multiprocessing as mp

import torch

if __name__ == "__main__":
    queue = mp.Queue()
    if torch.cuda.is_available():
        mp.set_start_method("spawn")
