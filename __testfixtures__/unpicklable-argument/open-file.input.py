"""A file that the parent has opened: fork shares it, the others can't."""
from multiprocessing import Process


def write(log, text):
    log.write(text)
    log.flush()


def main():
    with open("log.txt", "w") as log:
        process = Process(target=write, args=(log, "done"))
        process.start()
        process.join()
    with open("log.txt") as log:
        print(log.read())


if __name__ == "__main__":
    main()
