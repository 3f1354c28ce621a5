import sys
from multiprocessing import Process, set_start_method


def hello():
    print("hello", flush=True)


def main():
    process = Process(target=hello)
    process.start()
    process.join()
    sys.exit(process.exitcode)


if __name__ == "__main__":
    set_start_method("spawn")
    main()
