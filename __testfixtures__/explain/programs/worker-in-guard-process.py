import sys
from multiprocessing import Process

if __name__ == "__main__":

    def work():
        print("working")

    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)
