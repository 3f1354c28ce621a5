"""Tests that want to see the error."""
import multiprocessing
import unittest


def work(lock):
    return lock


class TestPool(unittest.TestCase):
    def test_lock(self):
        with multiprocessing.Pool(1) as pool:
            with self.assertRaises(RuntimeError):
                pool.apply(work, (multiprocessing.Lock(),))


if __name__ == "__main__":
    unittest.main()
