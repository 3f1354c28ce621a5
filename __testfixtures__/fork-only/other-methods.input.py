import multiprocessing

context = multiprocessing.get_context("spawn")
default = multiprocessing.get_context()

if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
