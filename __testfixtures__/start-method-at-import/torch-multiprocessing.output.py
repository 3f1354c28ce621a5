import sys

import torch
import torch.multiprocessing as mp


def train(rank, results):
	results.put((torch.ones(2) * rank).tolist())


if __name__ == '__main__':
	mp.set_start_method('spawn')
	results = mp.Queue()
	worker = mp.Process(target=train, args=(3, results))
	worker.start()
	worker.join()
	if worker.exitcode:
		sys.exit(worker.exitcode)
	print(results.get())
