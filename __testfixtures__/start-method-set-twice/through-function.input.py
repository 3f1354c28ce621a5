import multiprocessing as mp


def queues(count):
    return [mp.Queue() for _ in range(count)], mp.Queue()


if __name__ == "__main__":
    made = queues(2)
    mp.set_start_method("spawn")
