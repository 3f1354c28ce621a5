import multiprocess as mp

cpu_count = mp.cpu_count
freeze_support = mp.freeze_support
