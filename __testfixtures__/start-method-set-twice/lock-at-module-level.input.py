import multiprocessing as mp

lock = mp.Lock()


def work():
    with lock:
        print("worked")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    mp.Process(target=work).start()
