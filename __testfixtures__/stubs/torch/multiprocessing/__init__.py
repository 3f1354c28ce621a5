"""Stands for torch.multiprocessing: the standard library's names, and `spawn`."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn"):
    context = multiprocessing.get_context(start_method)
    processes = [context.Process(target=fn, args=(rank, *args), daemon=daemon) for rank in range(nprocs)]
    for process in processes:
        process.start()
    for process in processes if join else ():
        process.join()
        if process.exitcode:
            raise RuntimeError("process %d ended with %d" % (processes.index(process), process.exitcode))
