import multiprocessing

from cutlery import get_context


class Table:
    def set_start_method(self, name):
        self.name = name


table = Table()
table.set_start_method("fork")
context = get_context("fork")
