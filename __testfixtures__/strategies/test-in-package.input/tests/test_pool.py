import time
from multiprocessing import Process, Value
from unittest import TestCase


class TestCount(TestCase):
    def test_count(self):
        counter = Value("i", 0)
        step = 2

        def count():
            time.sleep(0.1)
            counter.value += step

        process = Process(target=count)
        process.start()
        process.join()
        self.assertEqual(counter.value, 2)
