import sys
from multiprocessing import Process


def work():
    print(settings["name"])


def main():
    global settings
    settings = {"name": "a"}
    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)


if __name__ == "__main__":
    main()
