import time
from multiprocessing import Process


def watch(path):
    while True:
        print(path)
        time.sleep(1)


def serve():
    input()


if __name__ == "__main__":
    watcher = Process(target=watch, args=(".",), daemon=True)
    watcher.start()
    serve()
    second = Process(target=watch, args=("..",), daemon=True)
    second.start()
    third = Process(target=print, args=("one of two is a daemon",))
    third.start()
