import tempfile
from multiprocessing import Process

log = open(tempfile.gettempdir() + "/mpfix.log", "w")


def work(number):
    log.write("%d\n" % number)
    log.flush()


for number in range(3):
    process = Process(target=work, args=(number,))
    process.start()
    process.join()
