import multiprocessing
import threading

lock = None


def tell(x):
    with lock:
        return x


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    lock = threading.Lock()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(tell, [1, 2]))
