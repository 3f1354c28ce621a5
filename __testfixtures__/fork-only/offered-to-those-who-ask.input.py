import multiprocessing
import os

parallel_available = os.name == "posix"


class Tasks:
    def add(self, work, *args):
        process = multiprocessing.get_context("fork").Process(target=work, args=args)
        process.start()
        return process
