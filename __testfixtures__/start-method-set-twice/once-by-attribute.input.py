import multiprocessing as mp


class Runner:
    is_ready = False

    def set_up(self):
        if not self.is_ready:
            mp.set_start_method("spawn")
        self.is_ready = True

    def run(self):
        self.set_up()
        self.set_up()
