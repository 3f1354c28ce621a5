import multiprocessing as mp
import os

if __name__ == "__main__":
    if os.name == "nt":
        mp.set_start_method("spawn")
    else:
        mp.set_start_method("fork")
