import multiprocessing as mp


class App:
    def set_up(self):
        mp.set_start_method("spawn")

    def run(self):
        self.queue = mp.Queue()
        if self.context is None:
            self.set_up()


def run(method):
    queue = mp.Queue()
    if method != mp.get_start_method(allow_none=True):
        set_up(method)
    return queue


def set_up(method):
    mp.set_start_method(method)
