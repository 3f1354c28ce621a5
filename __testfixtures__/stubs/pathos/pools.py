import multiprocess

_ProcessPool = multiprocess.Pool
