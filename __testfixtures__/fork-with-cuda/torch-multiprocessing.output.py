import sys

import torch
import torch.multiprocessing as mp


def train(model, rank):
    print(rank, (model * rank).tolist(), flush=True)


def main():
    model = torch.ones(2).cuda()
    for rank in range(2):
        worker = mp.Process(target=train, args=(model.cpu(), rank))
        worker.start()
        worker.join()
        if worker.exitcode:
            sys.exit(worker.exitcode)
    work = mp.Process(target=on_device, args=(0,))
    work.start()
    work.join()
    sys.exit(work.exitcode)


def on_device(rank):
    torch.cuda.set_device(rank)
    print(torch.cuda.get_device_name(), flush=True)


if __name__ == '__main__':
    mp.set_start_method('spawn')
    main()
