import multiprocessing as mp
import os

if __name__ == "__main__":
    context = mp.get_context("spawn" if os.name == "nt" else "fork")
    process = context.Process(target=print)
    process.start()
    process.join()
    mp.set_start_method("spawn")
