import boto3
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory

LOCK = mp.Lock()


class Squares:
    def __init__(self):
        self.queue = mp.Queue()

    def run(self, xs):
        with ProcessPoolExecutor(2) as executor:
            return list(executor.map(abs, xs))


def through(xs):
    block = shared_memory.SharedMemory(create=True, size=10)
    block.unlink()
    return Squares().run(xs)


def unused(xs):
    with mp.Pool(2) as pool:
        return pool.map(abs, xs)


def handler(event, context):
    client = boto3.client("s3")
    return client, through(event["numbers"])
