import multiprocessing as mp

if __name__ == "__main__":
    # fork is not safe with threads
    if mp.get_start_method() != "spawn":
        mp.set_start_method("spawn")
