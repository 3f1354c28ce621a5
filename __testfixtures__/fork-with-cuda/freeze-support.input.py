import multiprocessing as mp
import torch


def free(rank):
    torch.cuda.set_device(rank)
    return torch.cuda.current_device()


if __name__ == "__main__":
    mp.freeze_support()
    count = torch.cuda.device_count()
    with mp.Pool(count) as pool:
        print(pool.map(free, range(count)))
