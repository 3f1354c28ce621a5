import os
import multiprocessing as mp

parent = os.getpid()


def child():
    raise SystemExit(os.getpid() == parent)


process = mp.Process(target=child)
process.start()
process.join()
print(process.exitcode)
