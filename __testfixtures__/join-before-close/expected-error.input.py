import unittest
from multiprocessing import Pool

import pytest


class PoolTest(unittest.TestCase):
    def test_open_pool_is_not_joined(self):
        pool = Pool(2)
        with self.assertRaises(ValueError):
            pool.join()

    def test_message(self):
        pool = Pool(2)
        with self.assertRaisesRegex(ValueError, "still running"):
            pool.join()


def test_join():
    pool = Pool(2)
    with pytest.raises(ValueError, match="still running"):
        pool.join()


if __name__ == "__main__":
    unittest.main()
