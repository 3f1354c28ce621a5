import multiprocessing as mp

if __name__ == "__main__":
    if mp.get_start_method() is None:
        mp.set_start_method("spawn")
