import os
from multiprocessing import Process, SimpleQueue

RESULTS = None


def tell(results, text="", *, end):
    results.put((text + end, os.getpid()))


if __name__ == "__main__":
    results = SimpleQueue()
    process = Process(
        target=tell,
        args=(results, "a"),
        kwargs={"end": "b"},
        daemon=True,
    )
    process.start()
    process.join()
    text, pid = results.get()
    print(text, "by a child" if pid == process.pid else "by the parent")
