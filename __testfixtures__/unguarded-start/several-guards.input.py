import os
from multiprocessing import Process

print("loading")
import toolbox


def work():
    raise SystemExit(toolbox.CODE)


process = Process(target=work)
process.start()
process.join()
print(process.exitcode)
