import multiprocessing as mp
import os
import signal
import sys

from elsewhere import load, log


def killed(path):
    data = load(path)
    if data is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return data


def ended(path):
    try:
        return load(path)
    except Exception:
        log(path)
        os._exit(1)


def not_caught(path):
    try:
        if not load(path):
            raise SystemExit(2)
    except Exception as error:
        return error
    finally:
        log(path)


def quits(path):
    for line in load(path):
        if not line:
            exit()


def run(paths):
    with mp.Pool() as pool:
        result = pool.map_async(killed, paths)
        print(result.get())
        for data in pool.imap_unordered(ended, paths):
            print(data)
        results = [pool.apply_async(not_caught, (path,)) for path in paths]
        print([result.get() for result in results])
        result = pool.apply_async(quits, (paths[0],))
        result.wait()
