import contextlib
import unittest
from multiprocessing import Pool

import pytest


@pytest.fixture
def pool():
    pool = Pool(2)
    yield pool
    pool.close()
    pool.join()


@contextlib.contextmanager
def workers(size):
    pool = Pool(size)
    try:
        yield pool
    finally:
        pool.terminate()


class WorkerTest(unittest.TestCase):
    def setUp(self):
        pool = Pool(2)
        self.addCleanup(pool.terminate)
        self.addCleanup(pool.close)
        self.pool = Pool(2)

    def tearDown(self):
        self.pool.terminate()
        self.pool.join()
