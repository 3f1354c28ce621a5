import sys
from multiprocessing import Process, set_start_method

set_start_method("spawn")


def hello():
    print("hello", flush=True)


def main():
    process = Process(target=hello)
    process.start()
    process.join()
    sys.exit(process.exitcode)


if __name__ == "__main__": main()
