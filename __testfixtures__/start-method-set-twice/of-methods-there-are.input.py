import multiprocessing as mp

if __name__ == "__main__":
    lock = mp.Lock()
    if "fork" in mp.get_all_start_methods():
        mp.set_start_method("fork")
