import multiprocessing

from kit.work import run

if __name__ == "__main__":
    lock = multiprocessing.Lock()
    with lock:
        print(run(5))
