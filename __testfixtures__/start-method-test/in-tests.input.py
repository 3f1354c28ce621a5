import multiprocessing as mp
import unittest


class PoolTest(unittest.TestCase):
    @unittest.skipUnless(mp.get_start_method() == "spawn", "pickling is tested")
    def test_pickling(self):
        if mp.get_start_method() == "spawn":
            raise unittest.SkipTest("can't pickle")
