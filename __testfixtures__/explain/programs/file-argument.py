import sys
from multiprocessing import Process


def work(log):
    log.write("done\n")


if __name__ == "__main__":
    log = open("log.txt", "w")
    process = Process(target=work, args=(log,))
    process.start()
    process.join()
    sys.exit(process.exitcode)
