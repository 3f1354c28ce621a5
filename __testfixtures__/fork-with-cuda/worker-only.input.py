import multiprocessing as mp


def work(rank):
    import torch

    torch.cuda.set_device(rank)


if __name__ == "__main__":
    jobs = [mp.Process(target=work, args=(rank,)) for rank in range(2)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
