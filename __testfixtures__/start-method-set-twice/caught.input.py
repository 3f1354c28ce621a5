import multiprocessing as mp

if __name__ == "__main__":
    queue = mp.Queue()
    try:
        mp.set_start_method("spawn")
    except RuntimeError:
        print("too late:", mp.get_start_method())
