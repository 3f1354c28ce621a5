import multiprocessing
import sys

import torch


def consume(batch):
    print(batch.sum().item(), flush=True)


if __name__ == "__main__":
	multiprocessing.set_start_method("spawn")
	batch = torch.ones(3, device=torch.device('cuda'))
	consumer = multiprocessing.Process(target=consume, args=(batch,))
	consumer.start()
	consumer.join()
	sys.exit(consumer.exitcode)
