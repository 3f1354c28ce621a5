import multiprocessing

from two import go
