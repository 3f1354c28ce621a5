from kitchen import Queue, set_start_method


class Lock:
    pass


if __name__ == "__main__":
    queue = Queue()
    lock = Lock()
    set_start_method("spawn")
    set_start_method("spawn")
