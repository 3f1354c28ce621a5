import multiprocessing

from one import go
