import multiprocessing as mp
import sys


class Job(mp.Process):
    codes = {"good": 3, "bad": 4}

    def __init__(self, kind):
        super().__init__()
        self.kind = kind

    def run(self):
        sys.exit(self.codes[self.kind])
