import unittest
from multiprocessing import Pool


def main():
    pool = Pool(2)
    print("nothing to do")


class PoolTest(unittest.TestCase):
    def test_size(self):
        with self.assertRaises(ValueError):
            Pool(-1)


if __name__ == "__main__":
    main()
