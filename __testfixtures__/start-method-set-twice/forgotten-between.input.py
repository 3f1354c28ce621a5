import multiprocessing as mp

if __name__ == "__main__":
    for method in ("spawn", "fork"):
        mp.set_start_method(None, force=True)
        mp.set_start_method(method)
        print(mp.get_start_method())
