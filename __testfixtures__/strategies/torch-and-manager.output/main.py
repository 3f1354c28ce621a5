import torch
import torch.multiprocessing as mp
from _start_method import context

SIZES = []


def count(results):
    results.put(len(SIZES))


results = context().Queue()
# Depends on fork: processes are started while the main module is imported (MP101).
manager = context().Manager()
shared = manager.list([1, 2])
SIZES.extend([3, 4])
# Depends on fork: processes are started while the main module is imported (MP101).
process = context().Process(target=count, args=(results,))
process.start()
print(results.get(), list(shared))
process.join()
