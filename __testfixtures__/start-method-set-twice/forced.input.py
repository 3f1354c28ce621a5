import multiprocessing as mp

if __name__ == "__main__":
    queue = mp.Queue()
    mp.set_start_method("spawn", force=True)
