import asyncio
import collections
import os
import sys
from multiprocessing import Pool, Process


def work(*values):
    return len(values)


async def fetch():
    return 1


def words(text):
    yield from text.split()


def main(pool):
    global helper

    def helper():
        return 1

    def local():
        return 2

    counts = collections.defaultdict(lambda: 0)
    pool.apply(work, (helper, work, local))
    pool.apply(work, (counts, collections.defaultdict(int)))
    pool.apply(work, (sys.stdout, os.environ, dict(os.environ)))
    pool.apply(work, (fetch(), words("a b"), list(words("c"))))
    pool.apply(work, [asyncio.new_event_loop(), [1, open(os.devnull)]])
    process = Process(target=work, args=(counts,), kwargs={"out": sys.stderr})
    process.start()
    process.join()


if __name__ == "__main__":
    with Pool(2) as pool:
        main(pool)
