import time
from unittest import TestCase

from ._start_method import context


class TestCount(TestCase):
    def test_count(self):
        counter = context().Value("i", 0)
        step = 2

        def count():
            time.sleep(0.1)
            counter.value += step

        # Depends on fork: a function defined inside another one is handed to worker
        # processes, which cannot receive it (MP202).
        process = context().Process(target=count)
        process.start()
        process.join()
        self.assertEqual(counter.value, 2)
