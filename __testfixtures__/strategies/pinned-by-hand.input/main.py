import multiprocessing
import os
import sys

import start

STATE = {}
_ctx = multiprocessing.get_context("fork" if hasattr(os, "fork") else None)


def fork_context():
    if sys.platform in ("darwin", "win32"):
        return multiprocessing.get_context("spawn")
    return multiprocessing.get_context("fork")


class Worker(_ctx.Process):
    def run(self):
        print(STATE)


def look(x):
    return STATE[x]


STATE.update(a=os.getpid())
with _ctx.Pool(2) as pool:
    print(pool.map(look, ["a"]))
with fork_context().Pool(2) as pool:
    print(pool.map(look, ["a"]))
with start.CONTEXT.Pool(2) as pool:
    print(pool.map(look, ["a"]))
worker = Worker()
worker.start()
worker.join()
