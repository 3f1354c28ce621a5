import torch
import torch.multiprocessing as mp
from multiprocessing import Manager

SIZES = []


def count(results):
    results.put(len(SIZES))


results = mp.Queue()
manager = Manager()
shared = manager.list([1, 2])
SIZES.extend([3, 4])
process = mp.Process(target=count, args=(results,))
process.start()
print(results.get(), list(shared))
process.join()
