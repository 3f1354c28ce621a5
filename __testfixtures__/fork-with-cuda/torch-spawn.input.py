import torch
import torch.multiprocessing as mp


def train(rank):
    torch.cuda.set_device(rank)


if __name__ == "__main__":
    mp.spawn(train, nprocs=torch.cuda.device_count())
