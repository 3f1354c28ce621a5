import argparse
import functools
import multiprocessing
import os
from pathlib import Path
from typing import List, Optional, Union


class Shift:
    def __init__(self, amount):
        self.amount = amount
        self.names = ["shift"]


def work(factors, rate, shift, name, folder, x):
    return x * factors[0] * rate + shift.amount, name, folder.name


def annotated(factors: List[int], name: Optional[str], rate: Union[int, float] = 1.5):
    folder = Path("a") / "b"
    shift = Shift(3)

    with multiprocessing.Pool(2) as pool:
        return pool.map(functools.partial(work, factors, rate, shift, name, folder), [1, 2])


def _work(lock, total, counts, queue, options, home, writer):
    with lock:
        total.value += counts[1]
    queue.put(options.size + bool(home))
    writer.send("sent")


def shared(options, counts=(1, 2)):
    queue = multiprocessing.Queue()
    lock = multiprocessing.Lock()
    total = multiprocessing.Value("i", 0)
    reader, writer = multiprocessing.Pipe()
    home = os.environ["HOME"]

    process = multiprocessing.Process(target=_work, args=(lock, total, counts, queue, options, home, writer))
    process.start()
    process.join()
    return queue.get(), reader.recv(), total.value


def _managed_work(names, x):
    names[x] = x * 2


def managed():
    with multiprocessing.Manager() as manager:
        names = manager.dict()

        with multiprocessing.Pool(2) as pool:
            pool.map(functools.partial(_managed_work, names), [1, 2])
        return sorted(names.items())


if __name__ == "__main__":
    print(annotated([2], "n"))
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=4)
    print(shared(parser.parse_args([])))
    print(managed())
