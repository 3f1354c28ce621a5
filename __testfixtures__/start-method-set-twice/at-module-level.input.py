import multiprocessing as mp

lock = mp.Lock()
mp.set_start_method("spawn")


def work():
    with lock:
        print("worked")


if __name__ == "__main__":
    mp.Process(target=work).start()
