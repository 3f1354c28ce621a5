import multiprocess
import multiprocessing

if __name__ == "__main__":
    queue = multiprocess.Queue()
    multiprocessing.set_start_method("spawn")
