import multiprocessing
import sys
import unittest


class PoolTest(unittest.TestCase):
    def test_sum(self):
        def add(a, b):
            return a + b

        with multiprocessing.Pool(2) as pool:
            self.assertEqual(pool.starmap(add, [(1, 2), (3, 4)]), [3, 7])


if __name__ == "__main__":
    result = unittest.main(exit=False, argv=["test"]).result
    print(result.testsRun)
    sys.exit(not result.wasSuccessful())
