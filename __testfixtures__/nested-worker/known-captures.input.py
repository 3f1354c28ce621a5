import argparse
import multiprocessing
import os
from pathlib import Path
from typing import List, Optional, Union


class Shift:
    def __init__(self, amount):
        self.amount = amount
        self.names = ["shift"]


def annotated(factors: List[int], name: Optional[str], rate: Union[int, float] = 1.5):
    folder = Path("a") / "b"
    shift = Shift(3)

    def work(x):
        return x * factors[0] * rate + shift.amount, name, folder.name

    with multiprocessing.Pool(2) as pool:
        return pool.map(work, [1, 2])


def shared(options, counts=(1, 2)):
    queue = multiprocessing.Queue()
    lock = multiprocessing.Lock()
    total = multiprocessing.Value("i", 0)
    reader, writer = multiprocessing.Pipe()
    home = os.environ["HOME"]

    def work():
        with lock:
            total.value += counts[1]
        queue.put(options.size + bool(home))
        writer.send("sent")

    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    return queue.get(), reader.recv(), total.value


def managed():
    with multiprocessing.Manager() as manager:
        names = manager.dict()

        def work(x):
            names[x] = x * 2

        with multiprocessing.Pool(2) as pool:
            pool.map(work, [1, 2])
        return sorted(names.items())


if __name__ == "__main__":
    print(annotated([2], "n"))
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=4)
    print(shared(parser.parse_args([])))
    print(managed())
