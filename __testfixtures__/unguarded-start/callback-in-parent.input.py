import atexit
from multiprocessing import Process


def work():
    raise SystemExit(3)


def at_exit():
    print("exit code", process.exitcode)


process = Process(target=work)
process.start()
process.join()
atexit.register(at_exit)
