import multiprocessing as mp


def queues():
    yield mp.Queue()


if __name__ == "__main__":
    made = queues()
    mp.set_start_method("spawn")
    print(list(made))
