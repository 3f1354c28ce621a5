import threading
from multiprocessing import Pool


def main(paths):
    lock = threading.Lock()

    def size(path):
        with lock:
            return len(path)

    with Pool(2) as pool:
        return pool.map(size, paths)


if __name__ == "__main__":
    print(main(["a"]))
