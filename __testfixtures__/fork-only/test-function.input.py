import multiprocessing
import unittest


class Inheritance(unittest.TestCase):
    def test_children_inherit(self):
        process = multiprocessing.get_context("fork").Process(target=print)
        process.start()
        process.join()
