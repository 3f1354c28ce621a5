import unittest
from multiprocessing import Pool, Process


class ScaleTest(unittest.TestCase):
    factor = 2

    def check(self):
        print(self.factor)

    def test_scaled(self):
        with Pool(2) as pool:
            self.assertEqual(pool.map(lambda x: x * self.factor, [1]), [2])

    def test_checked(self):
        process = Process(target=lambda: self.check())
        process.start()
        process.join()


if __name__ == "__main__":
    unittest.main()
