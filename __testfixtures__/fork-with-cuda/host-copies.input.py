import multiprocessing as mp

import torch


def show(values, total):
    print(list(values), total)


if __name__ == "__main__":
    model = torch.ones(2).cuda()
    process = mp.Process(target=show, args=(model.cpu().numpy(), model.sum().item()))
    process.start()
    process.join()
