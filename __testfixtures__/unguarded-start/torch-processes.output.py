import torch.multiprocessing as mp


def train(rank, size):
    assert rank < size


if __name__ == "__main__":
    mp.spawn(train, args=(2,), nprocs=2)
    print("done")
