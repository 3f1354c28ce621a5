import socket
import subprocess
from multiprocessing import Process

version = subprocess.check_output(["uname", "-r"])


def work():
    print(version)


process = Process(target=work)
process.start()
process.join()
